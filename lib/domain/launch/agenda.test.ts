import { describe, expect, it } from "vitest";
import { type AgendaQuestion, agendaOf, newSince } from "./agenda";

const question = (name: string, some: Partial<AgendaQuestion> = {}): AgendaQuestion => ({
  service: "checkout",
  question: name,
  critical: false,
  verdict: "no",
  waiver: null,
  staleOn: null,
  live: false,
  tier: 1,
  incidentsPerYear: 1,
  expectedLoss: 10_000,
  severity: 1,
  ...some,
});
const critical = { critical: true };
const until = (day: string) => ({ waiver: { id: "w1", until: day } });
const fine = { ...critical, verdict: "yes" as const };
const agenda = (...questions: AgendaQuestion[]) =>
  agendaOf(questions, "2026-12-09").map((each) => `${each.part} ${each.question}`);

describe("L2: the agenda of a meeting", () => {
  it("blockers, then other gaps, both by worth, then what ends, then critical ones that are not for us", () => {
    const questions = [
      question("faxes", { ...critical, verdict: "not_applicable" }),
      question("restore", { ...fine, staleOn: "2026-12-12" }),
      question("alerts", { ...fine, staleOn: "2026-12-10" }),
      question("limits", until("2026-12-15")),
      question("refunds", { ...critical, ...until("2026-12-10") }),
      question("runbook", { expectedLoss: 2_000 }),
      question("logs", { expectedLoss: 8_000 }),
      question("unpriced", { expectedLoss: null, incidentsPerYear: 9 }),
      question("secrets", { ...critical, expectedLoss: 1_000 }),
      question("timeouts", { ...critical, expectedLoss: 5_000 }),
    ];
    const expected = [
      "blocker timeouts",
      "blocker secrets",
      "gap logs",
      "gap runbook",
      "gap unpriced",
      "waiver_ends refunds",
      "waiver_ends limits",
      "answer_ends alerts",
      "answer_ends restore",
      "not_applicable faxes",
    ];
    expect(agenda(...questions)).toEqual(expected);
    expect(agenda(...questions.toReversed())).toEqual(expected);
  });

  it.each<[string, AgendaQuestion, string[]]>([
    ["a question that is fine", question("a", fine), []],
    ["one that is not for us, and not critical", question("a", { verdict: "not_applicable" }), []],
    [
      "a risk accepted to a week after the launch",
      question("a", { ...critical, ...until("2026-12-16") }),
      [],
    ],
    ["to a day less", question("a", { ...critical, ...until("2026-12-15") }), ["waiver_ends a"]],
    [
      "an answer that holds for a week after the launch",
      question("a", { ...fine, staleOn: "2026-12-16" }),
      [],
    ],
    ["a day less", question("a", { ...fine, staleOn: "2026-12-15" }), ["answer_ends a"]],
    ["a day less, not critical", question("a", { verdict: "yes", staleOn: "2026-12-15" }), []],
    ["a blocker that goes stale too", question("a", { ...critical, staleOn: "2026-12-10" }), ["blocker a"]],
    ["unanswered", question("a", { ...critical, verdict: "unanswered" }), ["blocker a"]],
  ])("%s", (_, each, expected) => {
    expect(agenda(each)).toEqual(expected);
  });

  it("says what is new since the start, whatever part it is in", () => {
    const started = [question("a"), question("b", critical)];
    const now = [question("b", critical), question("a", critical), question("c")];
    expect(newSince(started, now).map((each) => each.question)).toEqual(["c"]);
    const elsewhere = question("a", { service: "ledger" });
    expect(newSince(started, [elsewhere])).toEqual([elsewhere]);
  });
});
