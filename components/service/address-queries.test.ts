import { expect, it } from "vitest";
import {
  gapHref,
  historyHref,
  historyPage,
  overviewHref,
  type ServiceQuery,
  servicePage,
} from "@/components/addresses/pages";
import { questionHref } from "@/components/gaps/gap-line";
import { ticketName } from "@/components/gaps/gap-row";
import { isOverdue } from "@/components/gaps/plan-draft";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { filterGaps } from "./gap-query";

const person = "11111111-1111-4111-8111-111111111111";
const today = "2026-11-21";
const gap = (key: string, more: Partial<AssessedQuestion>): AssessedQuestion =>
  ({
    key,
    area: "traffic",
    effectiveVerdict: "no",
    blocker: false,
    waived: false,
    stale: false,
    costs: [{ cost: "data_loss", incidentsPerYear: 1, because: "" }],
    plan: null,
    ...more,
  }) as AssessedQuestion;
const plan = (dueOn: string | null, state: "open" | "done" = "open") => ({
  owner: null,
  dueOn,
  effortDays: null,
  state,
  ticket: null,
  note: "",
  version: 1,
});
const gaps = [
  gap("blocker", { blocker: true, effectiveVerdict: "partly" }),
  gap("stale", { stale: true, effectiveVerdict: "unclear", area: "rollback" }),
  gap("unanswered", { effectiveVerdict: "unanswered", costs: [] }),
  gap("late", { plan: plan("2026-11-20") }),
  gap("accepted", { waived: true, plan: plan("2026-11-21") }),
];

it.each<[ServiceQuery["gaps"], string[]]>([
  ["all", ["blocker", "stale", "unanswered", "late", "accepted"]],
  ["blockers", ["blocker"]],
  ["known", ["blocker", "late", "accepted"]],
  ["unknown", ["stale", "unanswered"]],
  ["stale", ["stale"]],
  ["overdue", ["late"]],
  ["accepted", ["accepted"]],
])("shows of the gaps %s: %j", (show, keys) => {
  expect(filterGaps(gaps, { gaps: show, area: "", cost: "" }, today).map(({ key }) => key)).toEqual(keys);
});

it("narrows the gaps by area and by cost", () => {
  expect(filterGaps(gaps, { gaps: "all", area: "rollback", cost: "" }, today).map(({ key }) => key)).toEqual([
    "stale",
  ]);
  expect(
    filterGaps(gaps, { gaps: "unknown", area: "", cost: "data_loss" }, today).map(({ key }) => key),
  ).toEqual(["stale"]);
});

it.each([
  [null, false],
  [plan(null), false],
  [plan("2026-11-20"), true],
  [plan("2026-11-21"), false],
  [plan("2026-11-20", "done"), false],
])("knows whether %j is overdue: %s", (of, overdue) => {
  expect(isOverdue(of, today)).toBe(overdue);
});

it("writes the address of the gaps that it reads, and passes over what it does not know", () => {
  const query = servicePage.read({ gaps: "blockers", area: "rollback", cost: "data_loss", whole: "true" });
  expect(gapHref("checkout", query, { whole: true })).toBe(
    "/services/checkout?gaps=blockers&area=rollback&cost=data_loss&whole=true#gaps",
  );
  expect(gapHref("checkout", query, { area: "", cost: "", gaps: "all" })).toBe("/services/checkout#gaps");
  expect(servicePage.read({ gaps: "luck", area: ["rollback"], cost: "", range: "2y" })).toEqual({
    gaps: "all",
    area: "rollback",
    cost: "",
    whole: false,
    asOf: "",
    range: "1y",
  });
});

it("keeps the instant that a page asks about in every address that leads to the same page", () => {
  const query = servicePage.read({ range: "30d", gaps: "stale", asOf: "2026-10-20" });
  expect(gapHref("checkout", query, { gaps: "known" })).toBe(
    "/services/checkout?asOf=2026-10-20&gaps=known&range=30d#gaps",
  );
  expect(overviewHref("checkout", query, { range: "1y" })).toBe(
    "/services/checkout?asOf=2026-10-20&gaps=stale",
  );
  expect(overviewHref("checkout", query, { asOf: "", gaps: "all" })).toBe("/services/checkout?range=30d");
  expect(questionHref("checkout", "load-tested", query.asOf)).toBe("#load-tested");
  expect(questionHref("checkout", "load-tested", null)).toBe("/services/checkout/assess#load-tested");
});

it("writes the address of the history that it reads, and starts at the newest after a change", () => {
  const query = historyPage.read({ area: "traffic", person, cursor: "42" });
  expect(historyPage.asked(query)).toEqual({ area: "traffic", person, cursor: "42" });
  expect(historyHref("checkout", query, { cursor: "42" })).toBe(
    `/services/checkout/history?area=traffic&person=${person}&cursor=42`,
  );
  expect(historyHref("checkout", query, { person: "" })).toBe("/services/checkout/history?area=traffic");
  expect(historyPage.read({ area: "luck", person: "ana", cursor: "1;DROP" })).toEqual({
    area: "",
    person: "",
    cursor: "",
  });
});

it.each([
  ["https://jira.example/browse/PAY-112", "PAY-112"],
  ["https://git.example/issues/42/", "42"],
  ["https://tickets.example/?id=%F0%9F%99%82", "🙂"],
  ["https://tickets.example/%", "%"],
])("names the ticket at %s %s", (url, name) => {
  expect(ticketName(url)).toBe(name);
});
