import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TrendPoint } from "@/lib/contracts/portfolio";
import { UNPRICED } from "./testing-portfolio";
import { knownIncidents, publications, shareReady, thinned } from "./trend-series";

describe("thinned", () => {
  it("leaves a short trend alone", () => {
    expect(thinned([1, 2, 3], 3)).toEqual([1, 2, 3]);
  });
  it("takes every so many days, counted from the last one", () => {
    expect(thinned([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7]);
    expect(thinned([1, 2, 3, 4, 5, 6, 7, 8], 3)).toEqual([2, 5, 8]);
  });
  it("never gives more than asked for, and always the last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 90 }), (count, most) => {
        const all = Array.from({ length: count }, (_, index) => index);
        const some = thinned(all, most);
        expect(some.length).toBeLessThanOrEqual(most);
        expect(some.at(-1)).toBe(count - 1);
      }),
    );
  });
});

const point = (more: Partial<TrendPoint>): TrendPoint => ({
  day: "2026-11-20",
  services: 8,
  byStanding: { production_ready: 2, ready_with_accepted_risks: 1, working: 5, unassessed: 0 },
  score: 60,
  gaps: 10,
  blockers: 2,
  now: { known: 4, unknown: 2, accepted: 1, ...UNPRICED },
  atLaunch: { known: 3, unknown: 0, accepted: 0, ...UNPRICED },
  ...more,
});

it("counts services with accepted risks as ready, and rounds down (S8)", () => {
  expect(shareReady([point({})])).toEqual([{ at: new Date("2026-11-20T00:00:00Z"), value: 37 }]);
});

it("knows nothing of a day without services", () => {
  const empty = [point({ services: 0 })];
  expect(shareReady(empty)[0]?.value).toBeNull();
  expect(knownIncidents(empty, "now")[0]?.value).toBeNull();
});

it("keeps what is carried now and at launch apart (R6)", () => {
  expect(knownIncidents([point({})], "now")[0]?.value).toBe(4);
  expect(knownIncidents([point({})], "atLaunch")[0]?.value).toBe(3);
});

it("marks when a version was published, by name where there are several checklists", () => {
  const one = { day: "2026-06-01", checklist: "Production readiness", version: 2 };
  expect(publications([one])[0]?.label).toBe("checklist 2");
  expect(publications([one, { ...one, checklist: "Data" }]).map(({ label }) => label)).toEqual([
    "Production readiness 2",
    "Data 2",
  ]);
});
