import { describe, expect, it } from "vitest";
import { aQuestion } from "../../testing/questions";
import type { ExampleEvent, ExampleFacts } from "./history";
import { replay } from "./replay";

const at = (day: number, ms = 0) => new Date(Date.UTC(2026, 0, day, 9) + ms);
const ids = { service: (key: string) => key, team: (key: string) => key, person: (key: string) => key };
const facts: ExampleFacts = {
  ...{ name: "Checkout", team: "payments", tier: 3, lifecycle: "building", tags: [] },
  ...{ description: "", links: [], dependsOn: [] },
};
const named = (day: number, change: Partial<ExampleFacts> = {}): ExampleEvent => ({
  ...{ kind: "facts", at: at(day), by: "ines", facts: { ...facts, ...change }, reason: "" },
});
const answered = (day: number, question: string, verdict: "yes" | "no" | "not_applicable"): ExampleEvent => ({
  ...{ kind: "save", at: at(day), by: "ines", question, verdict, reason: "Because.", evidence: [] },
});
const questions = [
  aQuestion({ key: "a", reviewAfterDays: 10 }),
  aQuestion({ key: "b", reviewAfterDays: 30 }),
  aQuestion({ key: "c", upToTier: 2 }),
];
const lived = (events: ExampleEvent[], now: Date) =>
  replay({ key: "checkout", events, plans: [] }, questions, ids, now);
const causes = (rows: ReturnType<typeof lived>) =>
  rows.points.map((point) => [point.cause, point.at, point.score]);

describe("living through a history", () => {
  it("writes a point for each thing that happened, ageing dated when it did (H2)", () => {
    const rows = lived([named(1), answered(2, "a", "yes"), answered(3, "b", "yes")], at(28));
    expect(causes(rows)).toEqual([
      ["created", at(1), 0],
      ["answer", at(2), 50],
      ["answer", at(3), 100],
      ["ageing", at(12, 1), 50],
    ]);
    expect(rows.state).toMatchObject({ computedAt: at(12, 1), stale: 1, nextChangeAt: at(33, 1) });
  });

  it("numbers the entries of a question and says what was there before (H1)", () => {
    const rows = lived([named(1), answered(2, "a", "no"), answered(3, "a", "yes")], at(4));
    expect(rows.entries.map(({ version, from, verdict }) => [version, from, verdict])).toEqual([
      [1, null, "no"],
      [2, "no", "yes"],
    ]);
    expect(rows.answers).toMatchObject([{ questionKey: "a", version: 2, verdict: "yes", savedAt: at(3) }]);
  });

  it("remembers since when a gap is open, and forgets it when it closes", () => {
    const open = (rows: ReturnType<typeof lived>) => rows.gaps.map((gap) => [gap.questionKey, gap.openedAt]);
    const events = [named(1), answered(2, "a", "yes"), answered(3, "b", "no")];
    expect(open(lived(events, at(4)))).toEqual([["b", at(1)]]);
    expect(open(lived(events, at(20)))).toEqual([
      ["a", at(12, 1)],
      ["b", at(1)],
    ]);
  });

  it("asks more after a raised tier, and makes not applicable stale (S5)", () => {
    const rows = lived([named(1), answered(2, "a", "not_applicable"), named(5, { tier: 2 })], at(6));
    expect(rows.points.at(-1)).toMatchObject({ cause: "facts", tier: 2, counting: 3, stale: 1 });
    expect(rows.scopeChangedAt).toEqual(at(5));
    expect(rows.version).toBe(2);
  });

  it("writes no point for facts that move no readiness", () => {
    const rows = lived([named(1), named(2, { description: "words", dependsOn: ["ledger"] })], at(3));
    expect(rows.facts.map((each) => each.dependsOn)).toEqual([[], ["ledger"]]);
    expect(rows.points).toHaveLength(1);
  });

  it("has no ties: what comes at the instant of another change is dated just after", () => {
    const rows = lived([named(1), answered(1, "a", "yes"), answered(1, "b", "yes")], at(2));
    expect(rows.points.map((point) => point.at)).toEqual([at(1), at(1, 1), at(1, 2)]);
  });

  it("writes a point for changed rates where they change anything, and has the rates of each time (R2)", () => {
    const by = (incidentsPerYear: number) =>
      questions.map((question) => ({
        ...question,
        costs: question.key === "a" ? [{ cost: "data_loss" as const, incidentsPerYear, because: "" }] : [],
      }));
    const rated = [
      { at: at(0), questions: by(1) },
      { at: at(3), questions: by(2) },
      { at: at(4), questions: by(2) },
      { at: at(6), questions: by(3) },
    ];
    const events = [named(1), answered(5, "a", "yes")];
    const rows = replay({ key: "checkout", events, plans: [] }, questions, ids, at(20), rated);
    const told = rows.points.map((point) => [point.cause, point.at, point.incidents.data_loss.unknown]);
    expect(told).toEqual([
      ["created", at(1), 1],
      ["rates", at(3), 2],
      ["answer", at(5), 0],
      ["ageing", at(15, 1), 3],
    ]);
  });

  it("needs facts first", () => {
    expect(() => lived([answered(1, "a", "yes")], at(2))).toThrow(RangeError);
  });
});
