import type { CostShare, ExpectedLosses, Portfolio, WorthGap } from "@/lib/contracts/portfolio";
import type { ServiceRow } from "@/lib/contracts/services";
import { AREAS, COSTS } from "@/lib/domain/vocabulary";

/** Of what has no price. */
export const UNPRICED = { knownLoss: null, unknownLoss: null, acceptedLoss: null };
/** Nothing is expected. */
export const NONE: ExpectedLosses = { known: 0, unknown: 0, accepted: 0, ...UNPRICED };

/** A gap of a ranking, for tests. */
export const aGap = (more: Partial<WorthGap> = {}): WorthGap => ({
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
  expectedLoss: null,
  worthADay: 0.3,
  live: true,
  ...more,
});

/** A service of the heat map, for tests. */
export const aRow = (more: Partial<ServiceRow> = {}): ServiceRow => ({
  slug: "ledger-api",
  name: "Ledger API",
  team: "payments",
  teamName: "Payments",
  example: false,
  tier: 1,
  lifecycle: "live",
  tags: [],
  standing: "working",
  score: 64,
  counting: 50,
  answered: 40,
  gaps: 12,
  blockers: 3,
  stale: 1,
  unanswered: 10,
  losses: null,
  incidents: { known: 5.1, unknown: 8 },
  areas: AREAS.map(() => "yes"),
  deletedAt: null,
  ...more,
});

/** The eight costs, of which some are expected to cause incidents now. */
export const costsOf = (known: Partial<Record<(typeof COSTS)[number], number>>): CostShare[] =>
  COSTS.map((cost) => ({
    cost,
    now: { ...NONE, known: known[cost] ?? 0 },
    atLaunch: NONE,
    gaps: known[cost] ? 2 : 0,
    largest: known[cost] ? [aGap()] : [],
  }));

/** Totals of 24 services, 9 of them ready. */
export const someTotals = (more: Partial<Portfolio["totals"]> = {}): Portfolio["totals"] => ({
  services: 24,
  retired: 0,
  example: 0,
  byStanding: { production_ready: 9, ready_with_accepted_risks: 0, working: 13, unassessed: 2 },
  score: 66,
  gaps: 120,
  blockers: 25,
  stale: 12,
  unanswered: 200,
  now: { ...NONE, known: 41.2, unknown: 30.4 },
  atLaunch: NONE,
  ...more,
});

const NO_GAPS = { now: [], atLaunch: [], unpriced: { now: [], atLaunch: [] } };

/** A portfolio of today, for tests. */
export const somePortfolio = (more: Partial<Portfolio> = {}): Portfolio => ({
  asOf: "2026-11-21T10:00:00.000Z",
  day: "2026-11-21",
  past: false,
  currency: "EUR",
  pricedCosts: 0,
  examplePrices: false,
  totals: someTotals(),
  since: null,
  trend: { range: "1y", points: [], checklists: [] },
  costs: costsOf({ lost_trust: 20, data_loss: 12.2, emergency_fixes: 9 }),
  fixes: NO_GAPS,
  questions: NO_GAPS,
  items: [aRow()],
  nextCursor: null,
  ...more,
});
