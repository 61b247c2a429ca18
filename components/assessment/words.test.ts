import { expect, it } from "vitest";
import { aQuestion } from "@/lib/client/assessment/testing-questions";
import { effortWords, isOld, linkName, lookAgain, whyStale } from "./words";

const NOW = "2026-11-21T08:00:00.000Z";

it.each([
  [null, null],
  ["2026-11-21T08:00:00.000Z", "look again today"],
  ["2026-11-22T07:00:00.000Z", "look again in 1 day"],
  ["2027-02-08T08:00:00.000Z", "look again in 79 days"],
])("with its time ending %s says %s", (staleAt, words) => {
  expect(lookAgain({ staleAt, reviewAfterDays: 90 }, NOW)).toBe(words);
});

it("explains why an old answer does not count, in the organisation's days", () => {
  const old = { stale: true, questionChanged: false, savedAt: "2026-03-02T23:30:00.000Z" };
  expect(whyStale({ ...old, verdict: "yes" }, "Europe/Berlin")).toBe(
    "Answered yes on 3 March 2026; not confirmed since, so it counts as unclear",
  );
  expect(whyStale({ ...old, verdict: "not_applicable" }, "Europe/Berlin")).toContain(
    "tier or tags changed since",
  );
  expect(whyStale({ ...old, verdict: "yes", stale: false }, "UTC")).toBeNull();
  expect(whyStale({ ...old, questionChanged: true, verdict: "not_applicable" }, "UTC")).toBe(
    "Answered not for us on 2 March 2026, before the question changed: it counts as unclear until somebody confirms it",
  );
});

it("offers to confirm what is stale or past half of its time", () => {
  const saved = (savedAt: string) => isOld(aQuestion({ savedAt, reviewAfterDays: 100 }), NOW);
  expect([saved("2026-11-01T08:00:00Z"), saved("2026-10-01T08:00:00Z")]).toEqual([false, true]);
  expect(isOld(aQuestion({ stale: true }), NOW)).toBe(true);
  expect(isOld(aQuestion(), NOW)).toBe(false);
});

it.each([
  [{ label: "Runbook", url: "https://a.example" }, "Runbook"],
  [{ label: " ", url: "https://a.example/" }, "a.example"],
  [{ label: "", url: "https://git.example/a/b/client.ts#L41" }, "git.example … client.ts#L41"],
  [{ label: "", url: "https://a.example/%E2%9C%93" }, "a.example … ✓"],
  [{ label: "", url: "https://a.example/%ff" }, "https://a.example/%ff"],
  [{ label: "", url: "mailto:ops@a.example" }, "ops@a.example"],
  [{ label: "", url: "not an address" }, "not an address"],
])("calls %j %s", (link, name) => {
  expect(linkName(link)).toBe(name);
});

it("says an effort in words", () => {
  expect([0.5, 1, 2, 1.5].map(effortWords)).toEqual(["half a day", "a day", "2 days", "1.5 days"]);
});

it("never promises more days than a question gives, whatever the page's clock says", () => {
  expect(lookAgain({ staleAt: "2027-02-20T08:00:00.000Z", reviewAfterDays: 90 }, NOW)).toBe(
    "look again in 90 days",
  );
});
