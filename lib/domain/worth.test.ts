import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestGaps, largestGaps, listedGaps, type RankableGap, SEVERITY, worthADay } from "./worth";

const gap = (some: Partial<RankableGap> = {}): RankableGap => ({
  live: true,
  tier: 1,
  incidentsPerYear: 1,
  expectedLoss: null,
  severity: SEVERITY[some.tier ?? 1],
  effortDays: 1,
  question: "a-question",
  service: "a-service",
  ...some,
});

describe("severity by tier (R4)", () => {
  it.each([
    [1, 1],
    [2, 0.5],
    [3, 0.25],
    [4, 0.1],
  ] as const)("an incident of tier %i weighs %d", (tier, expected) => {
    expect(SEVERITY[tier]).toBe(expected);
    expect(worthADay(gap({ tier, incidentsPerYear: 2 }))).toBeCloseTo(2 * expected, 9);
  });
});

describe("worth of a day's work without prices (R8)", () => {
  it.each([
    [{ incidentsPerYear: 2, effortDays: 4 }, 0.5],
    [{ incidentsPerYear: 2, effortDays: 0.5, tier: 2 }, 2],
    [{ incidentsPerYear: 0.3, effortDays: 0.1 }, 3],
    [{ incidentsPerYear: 0.3, effortDays: 0.01 }, 3],
    [{ incidentsPerYear: 0, effortDays: 2 }, 0],
  ] as const)("%o → %d", (some, expected) => {
    expect(worthADay(gap(some))).toBeCloseTo(expected, 9);
  });
});

describe("worth of a day's work with prices (R8)", () => {
  it.each([
    [{ expectedLoss: 1_000, effortDays: 4 }, 250],
    [{ expectedLoss: 1_000, effortDays: 0.5 }, 2_000],
    [{ expectedLoss: 1_000, effortDays: 0.1 }, 10_000],
    [{ expectedLoss: 1_000, effortDays: 0.01 }, 10_000],
    [{ expectedLoss: 0, effortDays: 1, incidentsPerYear: 9 }, 0],
  ] as const)("%o → %d", (some, expected) => {
    expect(worthADay(gap(some))).toBeCloseTo(expected, 9);
  });

  it("ranks by money first, and what has no price after what has, however many incidents it means", () => {
    const dear = gap({ question: "dear", expectedLoss: 5_000, effortDays: 10 });
    const quick = gap({ question: "quick", expectedLoss: 1_000, effortDays: 0.5 });
    const unpriced = gap({ question: "unpriced", incidentsPerYear: 100 });
    const planned = gap({ question: "planned", live: false, expectedLoss: 1_000_000 });
    expect(largestGaps([unpriced, planned, quick, dear], 9)).toEqual([dear, quick, unpriced, planned]);
    expect(bestGaps([unpriced, planned, dear, quick], 9)).toEqual([quick, dear, unpriced, planned]);
  });
});

describe("the order of a ranking", () => {
  it("puts live services first, however little they weigh (R6)", () => {
    const planned = gap({ live: false, incidentsPerYear: 100 });
    const live = gap({ tier: 4, incidentsPerYear: 0.1 });
    expect(largestGaps([planned, live], 3)).toEqual([live, planned]);
    expect(bestGaps([planned, live], 3)).toEqual([live, planned]);
  });

  it("goes by the incidents of a year as they are shown, and weighs tier and effort where a day of work is asked about", () => {
    const dear = gap({ question: "dear", incidentsPerYear: 3, effortDays: 1 });
    const many = gap({ question: "many", incidentsPerYear: 4, tier: 2, effortDays: 1 });
    const quick = gap({ question: "quick", incidentsPerYear: 1, tier: 2, effortDays: 0.1 });
    expect(largestGaps([dear, quick, many], 3)).toEqual([many, dear, quick]);
    expect(bestGaps([dear, quick, many], 3)).toEqual([quick, dear, many]);
  });

  it("breaks ties by tier, then question, then service", () => {
    const first = gap({ incidentsPerYear: 0.5 });
    const rest = [
      gap({ incidentsPerYear: 0.5, service: "b-service" }),
      gap({ incidentsPerYear: 0.5, question: "b-question" }),
      gap({ incidentsPerYear: 0.5, tier: 2 }),
    ];
    expect(largestGaps([...rest].reverse().concat(first), 9)).toEqual([first, ...rest]);
  });

  it("is the same whatever order the gaps come in, and sums in another order tie", () => {
    const three = [0.1, 0.2, 0.3];
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const a = gap({ service: "a", incidentsPerYear: sum(three) });
    const b = gap({ service: "b", incidentsPerYear: sum([...three].reverse()) });
    expect(a.incidentsPerYear).not.toBe(b.incidentsPerYear);
    expect(largestGaps([b, a], 2)).toEqual([a, b]);
    const anyGap = fc.record({
      live: fc.boolean(),
      severity: fc.constantFrom(1, 0.5),
      expectedLoss: fc.constantFrom(null, 0, 10, 20.5),
      tier: fc.constantFrom(1, 2, 3, 4),
      incidentsPerYear: fc.constantFrom(0.1, 0.2, 0.4, 1),
      effortDays: fc.constantFrom(0.05, 0.1, 1, 2),
      question: fc.constantFrom("a", "b"),
      service: fc.uuid(),
    }) as fc.Arbitrary<RankableGap>;
    const gaps = fc.uniqueArray(anyGap, { selector: (each) => each.service, maxLength: 12 });
    fc.assert(
      fc.property(gaps, fc.nat(), (some, turn) => {
        const cut = turn % (some.length + 1);
        const turned = [...some.slice(cut), ...some.slice(0, cut)];
        expect(bestGaps(turned, 5)).toEqual(bestGaps(some, 5));
        expect(largestGaps(turned, 5)).toEqual(largestGaps(some, 5));
      }),
    );
  });
});

it("a service lists blockers first, then what is dearest, then what has no price by incidents", () => {
  const listed = (
    question: string,
    expectedLoss: number | null,
    incidentsPerYear: number,
    blocker = false,
  ) => ({
    ...{ question, expectedLoss, incidentsPerYear, blocker },
  });
  const gaps = [
    listed("often-and-cheap", 900, 9),
    listed("unpriced", null, 20),
    listed("rarely-and-dear", 45_000, 0.2),
    listed("blocker-without-a-price", null, 1, true),
    listed("blocker", 10, 0.1, true),
    listed("unpriced-and-rare", null, 2),
  ];
  expect(listedGaps(gaps).map(({ question }) => question)).toEqual([
    "blocker",
    "blocker-without-a-price",
    "rarely-and-dear",
    "often-and-cheap",
    "unpriced",
    "unpriced-and-rare",
  ]);
});
