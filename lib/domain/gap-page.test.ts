import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someGaps } from "../testing/alike-gaps";
import { unpricedModel } from "./cost-model";
import {
  byEffort,
  byIncidents,
  byNumber,
  byServiceName,
  byWorthOf,
  firstGaps,
  type GapPosition,
  type Sorting,
} from "./gap-page";
import { type AlikeGaps, inRankOrder, type PlacedGap } from "./gap-table";
import { pricingOf } from "./gap-worth";
import type { AnswerState, Tier } from "./vocabulary";
import { worthADay, worthAYear } from "./worth";

const UNPRICED = unpricedModel("EUR");
const PRICING = pricingOf({
  ...UNPRICED,
  prices: { ...UNPRICED.prices, data_loss: { low: 20_000, high: 500_000 } },
});
const SERVICES = 12;
const slugs = Array.from({ length: SERVICES }, (_, index) => `s${String(index + 1).padStart(2, "0")}`);
const names = slugs.map((_, index) => ["Ärger", "zebra", "apple", "Apple"][index % 4] ?? "");

/** Gaps of twelve services, each at most one of a question. */
const gaps = fc
  .array(
    fc.record({
      verdict: fc.constantFrom<AnswerState>("no", "partly", "unclear"),
      tier: fc.constantFrom<Tier>(1, 2),
      live: fc.boolean(),
      effortDays: fc.constantFrom(0.05, 1, 3),
      of: fc.uniqueArray(fc.nat(SERVICES * 4 - 1), { maxLength: 12 }),
    }),
    { maxLength: 6 },
  )
  .map((some): AlikeGaps[] => {
    const taken = new Set<number>();
    return some.flatMap(({ of, ...each }) => {
      const free = of.filter((number) => !taken.has(number) && taken.add(number));
      return [0, 1, 2, 3].flatMap((question) => {
        const places = free.filter((number) => number % 4 === question).map((number) => 1 + (number >> 2));
        if (places.length === 0) return [];
        return [someGaps({ ...each, question, accepted: false, places }, PRICING)];
      });
    });
  });

const NUMBERS = [7, 3, 3, Date.parse("9999-12-31")];
const SORTINGS: [string, (some: readonly AlikeGaps[]) => Sorting][] = [
  ["worth a year", (some) => byWorthOf(some, worthAYear)],
  ["worth a day", (some) => byWorthOf(some, worthADay)],
  ["incidents", byIncidents],
  ["effort", byEffort],
  ["name of the service", () => byServiceName(names)],
  ["a number", (some) => byNumber(some, () => (place) => NUMBERS[place % 4] ?? 0)],
];

const shown = (some: readonly PlacedGap[]) => some.map(({ gap, place }) => `${gap.question}@${place}`);
const positionOf = (last: PlacedGap, sorting: Sorting): GapPosition => ({
  key: JSON.parse(JSON.stringify(sorting.key(last))),
  service: slugs[last.place - 1] ?? "",
  question: last.gap.question,
});

describe.each(SORTINGS)("pages of gaps by %s", (_, sortedBy) => {
  it("show every gap once, in the order of their keys, and say of what shape those are", () => {
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 5 }), (some, most) => {
        const sorting = sortedBy(some);
        const whole = firstGaps(some, slugs, sorting, null, 1_000);
        expect(whole).toHaveLength(some.reduce((sum, gap) => sum + gap.places.length, 0));
        const seen: PlacedGap[] = [];
        for (let last: PlacedGap | undefined; ; last = seen.at(-1)) {
          const page = firstGaps(some, slugs, sorting, last ? positionOf(last, sorting) : null, most);
          seen.push(...page);
          if (page.length < most) break;
        }
        expect(shown(seen)).toEqual(shown(whole));
        for (const placed of whole)
          expect(sorting.key(placed).map((part) => typeof part)).toEqual(sorting.shape);
      }),
    );
  });

  it("go on after a gap that is gone by now", () => {
    fc.assert(
      fc.property(gaps, fc.nat(), (some, number) => {
        const whole = firstGaps(some, slugs, sortedBy(some), null, 1_000);
        const gone = whole[number % Math.max(whole.length, 1)];
        if (!gone) return;
        const left = some.flatMap((gap) => {
          const places = gap.places.filter((place) => gap !== gone.gap || place !== gone.place);
          return places.length === 0 ? [] : [{ ...gap, places }];
        });
        const after = firstGaps(left, slugs, sortedBy(left), positionOf(gone, sortedBy(some)), 1_000);
        expect(shown(after)).toEqual(shown(whole.slice(whole.indexOf(gone) + 1)));
      }),
    );
  });
});

it.each([
  ["year", worthAYear],
  ["day", worthADay],
] as const)("by what they are worth a %s they stand as in a ranking (R8)", (_, worth) => {
  fc.assert(
    fc.property(gaps, (some) => {
      const page = firstGaps(some, slugs, byWorthOf(some, worth), null, 1_000);
      expect(shown(page)).toEqual(shown([...inRankOrder(some, worth)]));
    }),
  );
});

it("by name whatever its case, equal names by service", () => {
  const one = someGaps(
    { question: 0, verdict: "no", accepted: false, tier: 1, live: true, places: [4, 3, 2, 1, 7] },
    PRICING,
  );
  const page = firstGaps([one], slugs, byServiceName(names), null, 9);
  expect(page.map(({ place }) => place)).toEqual([3, 4, 7, 2, 1]);
});
