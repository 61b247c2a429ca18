import { z } from "zod";
import { HEAT_SORTS } from "../domain/filters";
import { CURSOR_LIMIT } from "../domain/text";
import { TREND_RANGES } from "../domain/trend-days";
import { worthGap } from "./ranked-gap";
import { serviceChoice, serviceRow } from "./services";
import { asOf, day, instant, slug } from "./text";
import { cost, pointCause } from "./vocabulary";

/** Over how long a trend looks back. */
const trendRange = z.enum(TREND_RANGES, { error: "Choose 30d, 90d, 1y or all." });

export type { TrendRange } from "../domain/trend-days";
export type { RankedGap, WorthGap } from "./ranked-gap";

export const portfolioFilters = serviceChoice.extend({
  asOf: asOf.optional(),
  range: trendRange.optional().meta({ description: "Of the trend; a year when left out." }),
  group: z.enum(["team"]).optional().meta({ description: "Services of a team stand together." }),
  sort: z.enum(HEAT_SORTS).optional(),
  cursor: z.string().max(CURSOR_LIMIT).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type PortfolioFilters = z.infer<typeof portfolioFilters>;

/** Incidents a year (R2). Known and unknown add up; accepted cuts across both. */
const expected = z.strictObject({ known: z.number(), unknown: z.number(), accepted: z.number() });
export type ExpectedIncidents = z.infer<typeof expected>;

const loss = z.number().nullable();
const expectedLosses = expected.extend({ knownLoss: loss, unknownLoss: loss, acceptedLoss: loss }).meta({
  id: "ExpectedLosses",
  description:
    "Incidents a year (R2), and the loss expected from them with the prices and severity in force then (R5); null before any cost was priced, and where it was in another currency. Known and unknown add up; accepted cuts across both.",
});
export type ExpectedLosses = z.infer<typeof expectedLosses>;

export const byStanding = z
  .strictObject({
    production_ready: z.int(),
    ready_with_accepted_risks: z.int(),
    working: z.int(),
    unassessed: z.int(),
  })
  .meta({ id: "ByStanding" });

/** One organisation day of a trend (H4): what the last points up to its end add up to (S8, R6). */
export const trendPoint = z
  .strictObject({
    day,
    services: z.int(),
    byStanding,
    score: z.int().nullable(),
    gaps: z.int(),
    blockers: z.int(),
    now: expectedLosses.meta({ description: "Carried by live services." }),
    atLaunch: expectedLosses.meta({
      description: "Carried by services that are not live yet; never added to the other.",
    }),
  })
  .meta({ id: "TrendPoint" });
export type TrendPoint = z.infer<typeof trendPoint>;

export const trend = z
  .strictObject({
    range: trendRange,
    points: z.array(trendPoint).meta({
      description:
        "Oldest first, from the first day with a service on; the last one is the day asked about. Filters by team, tier and lifecycle go by what services were on each day.",
    }),
    checklists: z
      .array(z.strictObject({ day, checklist: z.string(), version: z.int() }))
      .meta({ description: "Versions published within the range." }),
  })
  .meta({ id: "Trend" });
export type Trend = z.infer<typeof trend>;

const named = z.strictObject({ slug, name: z.string() });

export const costShare = z
  .strictObject({
    cost,
    now: expectedLosses,
    atLaunch: expectedLosses,
    gaps: z.int().meta({ description: "Gaps that lead to it." }),
    largest: z.array(worthGap).meta({
      description:
        "At most three, of live services first, by their loss of this cost, or by incidents × severity while it has no price (R4); incidents of this cost.",
    }),
  })
  .meta({ id: "CostShare" });
export type CostShare = z.infer<typeof costShare>;

const ranking = { now: z.array(worthGap), atLaunch: z.array(worthGap) };
/** A ranking of gaps by worth ÷ effort (R8), of live services and of those that are not live yet apart. */
const bestGaps = z.strictObject({ ...ranking, unpriced: z.strictObject(ranking) }).meta({
  id: "BestGaps",
  description:
    "At most five each, by expected loss ÷ effort days. `unpriced` ranks those without a priced cost, by incidents × severity ÷ effort days; while no cost at all has a price they stand in the lists themselves.",
});
export type BestGaps = z.infer<typeof bestGaps>;

/** Services that moved: how many, why, and the first few names. */
const moved = z.strictObject({
  count: z.int(),
  causes: z
    .array(z.strictObject({ cause: pointCause, count: z.int() }))
    .meta({ description: "By how many of them moved for it; the most first." }),
  services: z.array(named.extend({ cause: pointCause })),
});
export type MovedServices = z.infer<typeof moved>;

/** What is different from an earlier instant, in numbers and the first few names. */
export const since = z
  .strictObject({
    day,
    from: z.strictObject({
      services: z.int(),
      score: z.int().nullable(),
      ready: z.int(),
      known: z.number(),
      unknown: z.number(),
      knownLoss: loss,
      unknownLoss: loss,
    }),
    added: z.int(),
    left: z.int(),
    becameReady: moved,
    fellBack: moved,
  })
  .meta({
    id: "Since",
    description:
      "`known` and `unknown` of then are those of live services. At most five services are named. Null where there were no services then.",
  });
export type Since = z.infer<typeof since>;

export const portfolio = z
  .strictObject({
    asOf: instant,
    day,
    past: z.boolean().meta({ description: "Asked about an earlier instant than now." }),
    currency: z.string(),
    pricedCosts: z.int().min(0).max(8),
    examplePrices: z.boolean().meta({ description: "The example portfolio assumed the prices in force." }),
    totals: z.strictObject({
      services: z.int().meta({ description: "Neither retired nor deleted (S8)." }),
      retired: z.int(),
      example: z.int().meta({ description: "How many of the services the example portfolio invented." }),
      byStanding,
      score: z.int().nullable(),
      gaps: z.int(),
      blockers: z.int(),
      stale: z.int(),
      unanswered: z.int(),
      now: expectedLosses,
      atLaunch: expectedLosses,
    }),
    since: since.nullable().meta({ description: "Compared with a month earlier." }),
    trend,
    costs: z.array(costShare).meta({ description: "All eight, the largest known first." }),
    fixes: bestGaps.meta({ description: "Best next fixes (R8): known gaps without a waiver." }),
    questions: bestGaps.meta({
      description: "Best questions to answer (R8): unknown gaps without a waiver.",
    }),
    items: z
      .array(serviceRow)
      .meta({ description: "Retired services only where that lifecycle is asked for." }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "Portfolio" });
export type Portfolio = z.infer<typeof portfolio>;
