import { describe, expect, it } from "vitest";
import { aQuestion } from "../testing/questions";
import type { GivenAnswer } from "./effective-verdict";
import { assess, readiness } from "./readiness";
import type { StandingWaiver } from "./waiver";

const NOW = new Date("2026-06-01T00:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const service = { tier: 2 as const, tags: ["payments"], scopeChangedAt: days(-300) };
const questions = [
  aQuestion({ key: "a", critical: true, weight: 3, ability: "recovery" }),
  aQuestion({ key: "b", weight: 2, area: "traffic" }),
  aQuestion({ key: "c", weight: 1, upToTier: 1 }),
  aQuestion({ key: "d", weight: 2, tags: ["uploads"] }),
  aQuestion({ key: "e", weight: 2, critical: true, tags: ["payments"] }),
];
const answers = (some: Record<string, [GivenAnswer["verdict"], number]>) =>
  new Map(Object.entries(some).map(([key, [verdict, at]]) => [key, { verdict, savedAt: days(at) }]));
const at = (given: ReturnType<typeof answers>, waivers: StandingWaiver[] = [], now = NOW) =>
  readiness(assess(service, questions, given, waivers, now), now);

describe("S1, S4: what counts and what is a gap", () => {
  it("asks only what applies, keeps answers to the rest out, and counts blockers among critical gaps", () => {
    const result = at(answers({ a: ["yes", -1], b: ["partly", -1], c: ["no", -1], d: ["no", -1] }));
    expect(result).toMatchObject({
      counting: 3,
      answered: 2,
      gaps: 2,
      blockers: 1,
      unanswered: 1,
      standing: "working",
    });
    expect(result.score).toBe(Math.floor((100 * (3 + 1)) / 7));
  });

  it("does not count not applicable, but counts it as answered", () => {
    const result = at(
      answers({ a: ["not_applicable", -1], b: ["not_applicable", -1], e: ["not_applicable", -1] }),
    );
    expect(result).toMatchObject({ counting: 0, answered: 3, gaps: 0, standing: "unassessed", score: null });
  });
});

describe("S5: ageing in the sum", () => {
  it("makes stale answers gaps without forgetting what was given", () => {
    const [first] = assess(service, questions, answers({ a: ["yes", -91] }), [], NOW);
    expect(first).toMatchObject({ given: "yes", verdict: "unclear", stale: true, gap: true, blocker: true });
  });

  it("gives an answer its age back when the question applies again", () => {
    const given = answers({ e: ["yes", -91] });
    const narrow = { ...service, tags: [] };
    expect(assess(narrow, questions, given, [], NOW).some((each) => each.question.key === "e")).toBe(false);
    expect(assess(service, questions, given, [], NOW).find((each) => each.question.key === "e")?.stale).toBe(
      true,
    );
  });

  it("names the next instant at which anything changes by itself", () => {
    expect(at(answers({ a: ["yes", -10], b: ["yes", -20] })).nextChangeAt).toEqual(
      new Date(days(70).getTime() + 1),
    );
    expect(at(answers({ a: ["not_applicable", -10] })).nextChangeAt).toBeNull();
  });

  it("is the same at every instant before the next change, and another one at it", () => {
    const given = answers({ a: ["yes", -10], b: ["yes", -20], e: ["yes", -20] });
    const { nextChangeAt, ...now } = at(given);
    const { nextChangeAt: _, ...justBefore } = at(given, [], new Date((nextChangeAt?.getTime() ?? 0) - 1));
    expect(justBefore).toEqual(now);
    expect(at(given, [], nextChangeAt ?? NOW).standing).toBe("working");
  });
});

describe("S6, S7: waivers in the sum", () => {
  const waiver: StandingWaiver = { questionKey: "a", endsAt: days(5) };
  const given = answers({ a: ["no", -1], b: ["yes", -1], e: ["yes", -1] });

  it("takes the gap from the blockers and marks it accepted, changing neither score nor incidents", () => {
    const [without, with_] = [at(given), at(given, [waiver])];
    expect(without).toMatchObject({ blockers: 1, accepted: 0, standing: "working" });
    expect(with_).toMatchObject({ blockers: 0, accepted: 1, gaps: 1, standing: "ready_with_accepted_risks" });
    expect(with_.score).toBe(without.score);
  });

  it("changes by itself when the waiver ends", () => {
    const { nextChangeAt } = at(given, [waiver]);
    expect(nextChangeAt).toEqual(new Date(days(5).getTime() + 1));
    expect(at(given, [waiver], days(5)).standing).toBe("ready_with_accepted_risks");
    expect(at(given, [waiver], nextChangeAt ?? NOW).standing).toBe("working");
  });

  it("stays in force when the answer only ages", () => {
    const old = answers({ a: ["no", -100], b: ["yes", -1], e: ["yes", -1] });
    expect(at(old, [waiver])).toMatchObject({ stale: 1, accepted: 1, blockers: 0 });
  });
});
