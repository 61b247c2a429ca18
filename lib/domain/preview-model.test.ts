import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CostModel } from "./cost-model";
import { expectedIncidents, totalIncidents } from "./exposure";
import { incidentsBy, leadsElsewhere, type RatedGaps } from "./preview-model";
import { COSTS } from "./vocabulary";

const QUESTIONS = [
  { key: "a", costs: [{ cost: "data_loss" as const, incidentsPerYear: 2, because: "" }] },
  { key: "b", costs: [{ cost: "lost_trust" as const, incidentsPerYear: 1, because: "" }] },
];
const questionOf = (gaps: Pick<RatedGaps, "question">) => QUESTIONS.find(({ key }) => key === gaps.question);
/** @param count how many services have one */
const gap = ({ count = 1, ...some }: Partial<RatedGaps> & { count?: number } = {}): RatedGaps => ({
  ...{ question: "a", verdict: "no", accepted: false, tier: 1, live: true },
  places: Array.from({ length: count }, (_, index) => index + 1),
  ...some,
});
const sums = (gaps: RatedGaps[], rates: CostModel["rates"] = {}) => {
  const of = (list: ReturnType<typeof incidentsBy>["now"]) =>
    list.map(({ tier, incidents }) => [tier, totalIncidents(incidents)]);
  const { now, atLaunch } = incidentsBy(gaps, questionOf, rates);
  return { now: of(now), atLaunch: of(atLaunch) };
};

describe("what alike gaps are expected to cause (R2, R6)", () => {
  it.each<[string, RatedGaps[], CostModel["rates"], ReturnType<typeof sums>]>([
    ["nothing without gaps", [], {}, { now: [], atLaunch: [] }],
    [
      "known ones by their rate, openness and number",
      [gap({ count: 3 }), gap({ verdict: "partly" })],
      {},
      { now: [[1, { known: 7, unknown: 0, accepted: 0 }]], atLaunch: [] },
    ],
    [
      "unknown and accepted ones apart, tiers apart, launch apart",
      [gap({ verdict: "unanswered", tier: 2 }), gap({ accepted: true }), gap({ live: false })],
      {},
      {
        now: [
          [1, { known: 2, unknown: 0, accepted: 2 }],
          [2, { known: 0, unknown: 2, accepted: 0 }],
        ],
        atLaunch: [[1, { known: 2, unknown: 0, accepted: 0 }]],
      },
    ],
    [
      "by own rates, which take a cost away or add one",
      [gap(), gap({ question: "b" })],
      { a: { data_loss: 0, poor_performance: 5 } },
      { now: [[1, { known: 6, unknown: 0, accepted: 0 }]], atLaunch: [] },
    ],
    ["nothing by a question that is not asked", [gap({ question: "gone" })], {}, { now: [], atLaunch: [] }],
  ])("%s", (_, gaps, rates, expected) => {
    expect(sums(gaps, rates)).toEqual(expected);
  });

  it("is what the rules say gap by gap, whatever is alike", () => {
    const verdict = fc.constantFrom<RatedGaps["verdict"]>("no", "partly", "unclear", "unanswered");
    const some = fc.record({
      question: fc.constantFrom("a", "b"),
      verdict,
      accepted: fc.boolean(),
      count: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 12 }), (list) => {
        const all = list.flatMap(({ question, verdict: state, accepted, count }) =>
          Array.from({ length: count }, () => ({
            verdict: state,
            waived: accepted,
            costs: questionOf({ question })?.costs ?? [],
          })),
        );
        const expected = expectedIncidents(all);
        const [tier] = incidentsBy(
          list.map((each) => gap(each)),
          questionOf,
          {},
        ).now;
        for (const cost of COSTS) {
          expect(tier?.incidents[cost].known).toBeCloseTo(expected[cost].known, 9);
          expect(tier?.incidents[cost].unknown).toBeCloseTo(expected[cost].unknown, 9);
          expect(tier?.incidents[cost].accepted).toBeCloseTo(expected[cost].accepted, 9);
        }
      }),
    );
  });
});

describe("whether a question leads to something else by other rates", () => {
  it.each<[CostModel["rates"], CostModel["rates"], boolean]>([
    [{}, {}, false],
    [{}, { a: { data_loss: 2 } }, false],
    [{}, { a: { lost_trust: 0 } }, false],
    [{}, { a: { data_loss: 1 } }, true],
    [{}, { a: { data_loss: 0 } }, true],
    [{}, { a: { lost_trust: 1 } }, true],
    [{}, { a: { data_loss: 0, lost_trust: 2 } }, true],
    [{}, { b: { lost_trust: 9 } }, false],
  ])("from %j to %j: %s", (before, after, expected) => {
    const question = QUESTIONS[0] as (typeof QUESTIONS)[number];
    expect(leadsElsewhere(question, before, after)).toBe(expected);
    expect(leadsElsewhere(question, after, before)).toBe(expected);
  });
});
