import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RATES, someGaps, services as someServices } from "../testing/alike-gaps";
import { type CostModel, unpricedModel } from "./cost-model";
import { exposureOf } from "./expected-loss";
import { type AlikeGaps, incidentsByTier } from "./gap-table";
import { pricingOf } from "./gap-worth";
import { score } from "./score";
import { standing } from "./standing";
import type { AnswerState } from "./vocabulary";
import { type Closing, type SupposedService, suppose } from "./what-if";

const UNPRICED = unpricedModel("EUR");
const MODEL: CostModel = {
  ...UNPRICED,
  prices: {
    ...UNPRICED.prices,
    data_loss: { low: 20_000, high: 500_000 },
    emergency_fixes: { low: 2_000, high: 20_000 },
  },
};
type Invented = typeof someServices extends fc.Arbitrary<infer T> ? T : never;

/** Where a service with these verdicts stands, by the rules. */
function stands({ verdicts, accepted, counts }: Omit<Invented[number], "tier" | "live">): SupposedService {
  const items = verdicts.map((verdict, question) => ({ weight: question + 1, verdict }));
  const counting = items.filter((item) => item.verdict !== "not_applicable");
  const isGap = (verdict: AnswerState) => verdict !== "yes" && verdict !== "not_applicable";
  return {
    score: score(items),
    standing: standing({
      counting: counting.length,
      answered: verdicts.filter((verdict) => verdict !== "unanswered").length,
      gaps: verdicts.filter(isGap).length,
      accepted: verdicts.filter((verdict, question) => isGap(verdict) && accepted[question]).length,
    }),
    counting: counting.length,
    answered: verdicts.filter((verdict) => verdict !== "unanswered").length,
    weight: counting.reduce((sum, item) => sum + item.weight, 0),
    counts,
  };
}

function gapsOf(all: Invented): AlikeGaps[] {
  const pricing = pricingOf(MODEL);
  return all.flatMap(({ tier, live, counts, verdicts, accepted }, index) =>
    verdicts.flatMap((verdict, question) =>
      counts && verdict !== "yes" && verdict !== "not_applicable"
        ? [
            someGaps(
              { question, verdict, accepted: accepted[question] ?? false, tier, live, places: [index + 1] },
              pricing,
            ),
          ]
        : [],
    ),
  );
}
const loss = (gaps: readonly AlikeGaps[]) =>
  exposureOf(incidentsByTier(gaps), MODEL).expectedLoss ?? Number.NaN;
const closings = fc.array(
  fc.record({
    question: fc.constantFrom(...RATES.map((_, question) => `q${question}`), "nobody-asks"),
    place: fc.constantFrom(null, 1, 2, 3, 4, 99),
  }) as fc.Arbitrary<Closing>,
  { maxLength: 6 },
);

describe("supposing that gaps were closed", () => {
  it("moves scores and standings as answering yes would (S3, S7, S8)", () => {
    fc.assert(
      fc.property(someServices, closings, (all, close) => {
        const { after, before, changed, closed } = suppose(all.map(stands), gapsOf(all), close);
        const isClosed = (index: number, question: number) =>
          closed.some((gap) => gap.question === `q${question}` && gap.places.includes(index + 1));
        const answered = all.map((each, index) => ({
          ...each,
          verdicts: each.verdicts.map(
            (verdict, question): AnswerState => (isClosed(index, question) ? "yes" : verdict),
          ) as typeof each.verdicts,
        }));
        const now = answered.map(stands);
        const expected = suppose(now, gapsOf(answered), []);
        expect(after).toEqual(expected.before);
        expect(before).toEqual(suppose(all.map(stands), [], []).before);
        const moved = now.flatMap(({ score, standing }, index) => {
          const was = stands(all[index] as Invented[number]);
          return was.score === score && was.standing === standing
            ? []
            : [{ place: index + 1, after: { score, standing } }];
        });
        expect(changed.map(({ place, after }) => ({ place, after }))).toEqual(moved);
      }),
    );
  });

  it("is never dearer, and what is closed and what is left add up to what there was (R5)", () => {
    fc.assert(
      fc.property(someServices, closings, closings, (all, close, more) => {
        const gaps = gapsOf(all);
        const { closed, left } = suppose(all.map(stands), gaps, close);
        expect(loss(closed) + loss(left)).toBeCloseTo(loss(gaps), 3);
        expect(loss(left)).toBeLessThanOrEqual(loss(gaps) + 1e-6);
        const further = suppose(all.map(stands), gaps, [...close, ...more]);
        expect(loss(further.left)).toBeLessThanOrEqual(loss(left) + 1e-6);
      }),
    );
  });

  it("closing everything costs nothing and leaves every assessed service production-ready", () => {
    fc.assert(
      fc.property(someServices, (all) => {
        const close = RATES.map((_, question) => ({ question: `q${question}`, place: null }));
        const { left, after } = suppose(all.map(stands), gapsOf(all), close);
        expect(loss(left)).toBe(0);
        const counting = all.filter(
          (each) => each.counts && each.verdicts.some((v) => v !== "not_applicable"),
        );
        expect(after.byStanding.production_ready).toBe(counting.length);
      }),
    );
  });

  it("leaves the score as it is where the weights of a service are not known", () => {
    const gap = { question: 0, verdict: "no", accepted: false, tier: 1, live: true, effortDays: 1 } as const;
    const service = stands({ verdicts: ["no", "yes"], accepted: [false, false], counts: true });
    const { after } = suppose(
      [{ ...service, weight: 0 }],
      [someGaps({ ...gap, places: [1] }, pricingOf(MODEL))],
      [{ question: "q0", place: 1 }],
    );
    expect(after.score).toBe(service.score);
  });

  it("counts what is no gap, what is meant twice once, and the days of work on the rest", () => {
    const pricing = pricingOf(MODEL);
    const gap = {
      question: 0,
      verdict: "no",
      accepted: false,
      tier: 1,
      live: true,
      effortDays: 1.5,
    } as const;
    const service = stands({
      verdicts: ["no", "yes", "yes", "yes"],
      accepted: [false, false, false, false],
      counts: true,
    });
    const { ignored, effortDays, closed, changed } = suppose(
      [service, service, service],
      [someGaps({ ...gap, places: [1, 2] }, pricing)],
      [
        { question: "q0", place: 1 },
        { question: "q0", place: 1 },
        { question: "q0", place: 3 },
        { question: "q1", place: null },
      ],
    );
    expect({ ignored, effortDays }).toEqual({ ignored: 2, effortDays: 1.5 });
    expect(closed.map((each) => each.places)).toEqual([[1]]);
    expect(changed).toEqual([
      {
        place: 1,
        before: { score: 90, standing: "working" },
        after: { score: 100, standing: "production_ready" },
      },
    ]);
  });
});
