import type { ExposureView, SpreadExposure, WorthGap } from "@/lib/contracts/exposure";
import { COSTS, type Cost } from "@/lib/domain/vocabulary";

/** A gap with its worth, for tests. */
export const aWorthGap = (more: Partial<WorthGap> = {}): WorthGap => ({
  service: "ledger-api",
  serviceName: "Ledger API",
  team: "payments",
  tier: 1,
  question: "restore-rehearsed",
  title: "Rehearse a restore",
  text: "A restore has been rehearsed.",
  area: "database_failure",
  known: true,
  stale: false,
  accepted: false,
  incidentsPerYear: 1.2,
  effortDays: 4,
  expectedLoss: 45_000,
  worthADay: 11_250,
  live: true,
  costs: [
    { cost: "data_loss", incidentsPerYear: 0.2, expectedLoss: 30_000 },
    { cost: "emergency_fixes", incidentsPerYear: 1, expectedLoss: 15_000 },
  ],
  ...more,
});

/** What one cost is expected to cause: incidents, and money for each where it has a price. */
type Given = Partial<Record<Cost, { known: number; unknown?: number; accepted?: number; each?: number }>>;

/** An exposure of the given costs, summed up as the queries do. */
export function anExposure(given: Given, spread: SpreadExposure["spread"] = null): SpreadExposure {
  const total = { known: 0, unknown: 0, accepted: 0 };
  const money = { known: 0, unknown: 0, accepted: 0 };
  let priced = 0;
  const byCost = Object.fromEntries(
    COSTS.map((cost) => {
      const { known = 0, unknown = 0, accepted = 0, each } = given[cost] ?? {};
      for (const [part, value] of Object.entries({ known, unknown, accepted }) as ["known", number][]) {
        total[part] += value;
        money[part] += value * (each ?? 0);
      }
      if (each !== undefined) priced += 1;
      const losses =
        each === undefined
          ? null
          : { known: known * each, unknown: unknown * each, accepted: accepted * each };
      const expectedLoss = losses && losses.known + losses.unknown;
      return [cost, { incidents: known + unknown, expectedLoss, known, unknown, accepted, losses }];
    }),
  ) as SpreadExposure["byCost"];
  const part = (name: keyof typeof total) => ({
    incidents: total[name],
    expectedLoss: priced === 0 ? null : money[name],
  });
  return {
    incidents: total.known + total.unknown,
    expectedLoss: priced === 0 ? null : money.known + money.unknown,
    byCost,
    known: part("known"),
    unknown: part("unknown"),
    accepted: part("accepted"),
    pricedCosts: priced,
    spread,
  };
}

/** A year whose half is €120,000 and whose worst tenth begins at €640,000. */
export const A_SPREAD: NonNullable<SpreadExposure["spread"]> = {
  p50: 120_000,
  p90: 640_000,
  p95: 910_000,
  curve: [
    { loss: 0, probability: 0.99 },
    { loss: 12_000, probability: 0.95 },
    { loss: 120_000, probability: 0.5 },
    { loss: 640_000, probability: 0.1 },
    { loss: 910_000, probability: 0.05 },
    { loss: 2_400_000, probability: 0.01 },
  ],
};

export const NOTHING = anExposure({});
const row = {
  ...{ incidents: 3, known: 2, unknown: 1, accepted: 0 },
  ...{ expectedLoss: 240_000, knownLoss: 180_000, acceptedLoss: 0 },
};
const none = {
  ...{ incidents: 0, known: 0, unknown: 0, accepted: 0 },
  ...{ expectedLoss: 0, knownLoss: 0, acceptedLoss: 0 },
};

/** The eight costs of a view, with those of its gaps that lead to each. */
const costsOf = ({ now, atLaunch, gaps }: Pick<ExposureView, "now" | "atLaunch" | "gaps">) =>
  COSTS.map((cost): ExposureView["costs"][number] => {
    const own = (live: boolean) =>
      gaps.flatMap((gap) => {
        const led = gap.costs?.find((each) => each.cost === cost);
        return led && gap.live === live ? [{ ...gap, ...led, costs: [led] }] : [];
      });
    const largest = { now: own(true), atLaunch: own(false) };
    const parts = ({ byCost }: SpreadExposure) => {
      const { known, unknown, accepted = 0, losses } = byCost[cost];
      return {
        ...{ known, unknown, accepted, knownLoss: losses?.known ?? null },
        ...{ unknownLoss: losses?.unknown ?? null, acceptedLoss: losses?.accepted ?? null },
      };
    };
    return {
      ...{ cost, now: parts(now), atLaunch: parts(atLaunch), largest },
      gaps: { now: largest.now.length, atLaunch: largest.atLaunch.length },
    };
  });

/** What live services carry, priced: €180,000 known, €60,000 unknown. */
export function someView(more: Partial<ExposureView> = {}): ExposureView {
  const view = { ...A_VIEW, ...more };
  return { ...view, costs: more.costs ?? costsOf(view) };
}

const A_VIEW: Omit<ExposureView, "costs"> = {
  asOf: "2026-11-21T10:00:00.000Z",
  day: "2026-11-21",
  past: false,
  currency: "EUR",
  model: { number: 3, at: "2026-11-01T10:00:00.000Z", example: false },
  now: anExposure({ data_loss: { known: 1.2, unknown: 0.4, accepted: 0.3, each: 150_000 } }, A_SPREAD),
  atLaunch: NOTHING,
  byTeam: [{ team: "payments", name: "Payments", services: 4, now: row, atLaunch: none }],
  byTier: [{ tier: 1, services: 4, now: row, atLaunch: none }],
  byService: [
    {
      service: "ledger-api",
      name: "Ledger API",
      team: "payments",
      tier: 1,
      standing: "working",
      services: 1,
      now: row,
      atLaunch: none,
    },
  ],
  gaps: [aWorthGap()],
  nextCursor: null,
};
