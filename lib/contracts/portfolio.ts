import { z } from "zod";
import { CURSOR_LIMIT } from "../domain/text";
import { TREND_RANGES } from "../domain/trend-days";
import { serviceFilters, serviceRow } from "./services";
import { asOf, day, instant, slug } from "./text";
import { area, cost, lifecycle, pointCause, standing, tier } from "./vocabulary";

/** Over how long a trend looks back. */
export const trendRange = z.enum(TREND_RANGES, { error: "Choose 30d, 90d, 1y or all." });

export type { TrendRange } from "../domain/trend-days";

/** The filters that choose services, in every list and dashboard. Several values of one name widen. */
export const portfolioChoice = serviceFilters.pick({
  q: true,
  team: true,
  tier: true,
  lifecycle: true,
  standing: true,
  tag: true,
});
export type PortfolioChoice = z.infer<typeof portfolioChoice>;

export const portfolioFilters = portfolioChoice.extend({
  asOf: asOf.optional(),
  range: trendRange.optional().meta({ description: "Of the trend; a year when left out." }),
  group: z.enum(["team"]).optional().meta({ description: "Services of a team stand together." }),
  sort: z
    .enum(["name", "-name", "score", "-score", "tier", "-tier", "gaps", "-gaps", "incidents", "-incidents"])
    .optional(),
  cursor: z.string().max(CURSOR_LIMIT).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type PortfolioFilters = z.infer<typeof portfolioFilters>;

const expected = z.strictObject({ known: z.number(), unknown: z.number(), accepted: z.number() }).meta({
  id: "ExpectedIncidents",
  description: "Incidents a year (R2). Known and unknown add up; accepted cuts across both.",
});
export type ExpectedIncidents = z.infer<typeof expected>;

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
    now: expected.meta({ description: "Carried by live services." }),
    atLaunch: expected.meta({
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

/** A gap in a ranking: what it is, where, and what it is expected to cause in a year by itself. */
export const rankedGap = z
  .strictObject({
    service: slug,
    serviceName: z.string(),
    team: slug,
    tier,
    question: z.string(),
    text: z.string(),
    area,
    known: z.boolean(),
    stale: z.boolean(),
    accepted: z.boolean(),
    incidentsPerYear: z.number(),
    effortDays: z.number(),
  })
  .meta({ id: "RankedGap" });
export type RankedGap = z.infer<typeof rankedGap>;

export const costShare = z
  .strictObject({
    cost,
    now: expected,
    atLaunch: expected,
    gaps: z.int().meta({ description: "Gaps that lead to it." }),
    largest: z.array(rankedGap).meta({
      description:
        "At most three, of live services first, by incidents × severity (R4); incidents of this cost.",
    }),
  })
  .meta({ id: "CostShare" });
export type CostShare = z.infer<typeof costShare>;

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
    }),
    added: z.int(),
    left: z.int(),
    becameReady: z.strictObject({ count: z.int(), services: z.array(named) }),
    fellBack: z.strictObject({ count: z.int(), services: z.array(named.extend({ cause: pointCause })) }),
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
      now: expected,
      atLaunch: expected,
    }),
    since: since.nullable().meta({ description: "Compared with a month earlier." }),
    trend,
    costs: z.array(costShare).meta({ description: "All eight, largest first." }),
    questions: z.strictObject({ now: z.array(rankedGap), atLaunch: z.array(rankedGap) }).meta({
      description:
        "Best questions to answer (R8): unknown gaps by incidents × severity ÷ effort, at most five.",
    }),
    items: z
      .array(serviceRow)
      .meta({ description: "Retired services only where that lifecycle is asked for." }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "Portfolio" });
export type Portfolio = z.infer<typeof portfolio>;

export const changesFilters = portfolioChoice.extend({
  since: asOf,
  until: asOf.optional().meta({ description: "Now when left out." }),
  service: slug.optional(),
});
export type ChangesFilters = z.infer<typeof changesFilters>;

/** Why a gap opened or closed. */
const changeCause = pointCause;
const moved = z
  .strictObject({
    service: slug,
    serviceName: z.string(),
    team: slug,
    from: z.strictObject({ standing, score: z.int().nullable(), lifecycle, tier }).nullable(),
    to: z.strictObject({ standing, score: z.int().nullable(), lifecycle, tier }).nullable(),
    causes: z.array(changeCause),
  })
  .meta({ id: "MovedService", description: "`from` is null for one that came, `to` for one that left." });
const changedGap = z
  .strictObject({
    service: slug,
    serviceName: z.string(),
    team: slug,
    question: z.string(),
    text: z.string(),
    area,
    critical: z.boolean(),
    cause: changeCause,
    incidentsPerYear: z.number(),
    at: instant.meta({ description: "When it opened or closed." }),
  })
  .meta({ id: "ChangedGap" });
const count = z.strictObject({ opened: z.int(), closed: z.int() });

/** What changed between two instants: services that moved, gaps opened and closed, by cause. */
export const changes = z
  .strictObject({
    since: instant,
    until: instant,
    services: z.array(moved),
    gaps: z.strictObject({ opened: z.array(changedGap), closed: z.array(changedGap) }),
    byCause: z.partialRecord(changeCause, count),
    total: count.extend({ services: z.int() }).meta({ description: "The lists hold at most 200 each." }),
  })
  .meta({ id: "Changes" });
export type Changes = z.infer<typeof changes>;
