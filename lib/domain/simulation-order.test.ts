import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lognormal } from "./price";
import { type LossGroup, simulatedLosses, spreadOf } from "./simulation";

const YEARS = 400;
/** Few incidents, many, and as many as lie about where one way of drawing gives over to another. */
const rate = fc.oneof(
  fc.double({ min: 0, max: 3, noNaN: true }),
  fc.double({ min: 3, max: 40, noNaN: true }),
  fc.double({ min: 40, max: 900, noNaN: true }),
);
const times = fc.oneof(
  fc.double({ min: 1.0001, max: 5, noNaN: true }),
  fc.double({ min: 5, max: 100, noNaN: true }),
);
const groups = fc
  .array(fc.record({ rate, low: fc.double({ min: 10, max: 1e5, noNaN: true }), times }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((some) =>
    some.map(({ rate, low, times }, stream): LossGroup => {
      const { mu, sigma } = lognormal({ low, high: low * times });
      return { stream, rate, mu, sigma };
    }),
  );

/** Rank by rank: where no year loses less, no rank does. */
function neverLess(before: readonly LossGroup[], after: readonly LossGroup[], oneByOne?: number): void {
  const how = { years: YEARS, ...(oneByOne === undefined ? {} : { oneByOne }) };
  const [less, more] = [simulatedLosses(before, how), simulatedLosses(after, how)];
  less.forEach((loss, rank) => {
    if (!(loss <= (more[rank] ?? 0))) expect.fail(`rank ${rank} loses ${more[rank]} after ${loss}`);
  });
  const [a, b] = [spreadOf(less), spreadOf(more)];
  for (const of of ["p50", "p90", "p95"] as const) expect(a[of]).toBeLessThanOrEqual(b[of]);
  for (const [place, point] of a.curve.entries()) {
    expect(point.probability).toBe(b.curve[place]?.probability);
    expect(point.loss).toBeLessThanOrEqual(b.curve[place]?.loss ?? 0);
  }
}

const share = fc.oneof(fc.constant(1), fc.double({ min: 1.000001, max: 3, noNaN: true }));

describe("no percentile and no point of the curve falls (R7)", () => {
  it("when a rate rises", () => {
    fc.assert(
      fc.property(groups, fc.array(share, { minLength: 5, maxLength: 5 }), (some, by) => {
        const more = some.map((group, place) => ({ ...group, rate: group.rate * (by[place] ?? 1) }));
        neverLess(some, more);
        neverLess(some, more, Number.POSITIVE_INFINITY);
      }),
      { numRuns: 60 },
    );
  });

  it("when a gap opens, be it of a cost that had none", () => {
    fc.assert(
      fc.property(groups, groups, (some, gaps) => {
        const known = new Map(some.map((group) => [group.stream, group]));
        const added = gaps.map((gap) => ({ ...(known.get(gap.stream) ?? gap), rate: gap.rate }));
        neverLess(some, [...added, ...some]);
      }),
      { numRuns: 60 },
    );
  });

  it("when a price rises, low and high by the same factor", () => {
    fc.assert(
      fc.property(groups, fc.array(share, { minLength: 5, maxLength: 5 }), (some, by) => {
        neverLess(
          some,
          some.map((group, place) => ({ ...group, mu: group.mu + Math.log(by[place] ?? 1) })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("one small step after the other, through every way of drawing", () => {
    const { mu, sigma } = lognormal({ low: 1_000, high: 100_000 });
    let before: LossGroup[] = [];
    for (let rate = 0.5; rate < 130; rate *= 1.03) {
      const after = [{ stream: 4, rate, mu, sigma }];
      neverLess(before, after);
      before = after;
    }
  });
});

it("a rate that falls by a tenth lowers the worst year of ten by less than a fifth, not raises it", () => {
  const { mu, sigma } = lognormal({ low: 2_000, high: 20_000 });
  const p90 = (rate: number) => spreadOf(simulatedLosses([{ stream: 0, rate, mu, sigma }])).p90;
  expect(p90(14 * 0.9)).toBeLessThan(p90(14));
  expect(p90(14 * 0.9)).toBeGreaterThan(p90(14) * 0.8);
});
