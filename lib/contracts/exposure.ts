import { z } from "zod";
import { CURSOR_LIMIT } from "../domain/text";
import { costShare } from "./portfolio";
import { worthGap } from "./ranked-gap";
import { exposure } from "./scorecard";
import { serviceChoice } from "./services";
import { asOf, day, instant, slug } from "./text";
import { standing, tier } from "./vocabulary";

/** What a simulated year loses, in the model's currency (R7): percentiles, and how likely it is to lose more. */
export const spread = z
  .strictObject({
    p50: z.number(),
    p90: z.number(),
    p95: z.number(),
    curve: z.array(z.strictObject({ loss: z.number(), probability: z.number() })).meta({
      description: "Exceedance: the probability that a year loses more than `loss`; losses ascend.",
    }),
  })
  .meta({ id: "Spread" });
export type Spread = z.infer<typeof spread>;

export type { WorthGap } from "./ranked-gap";

/** An exposure with the spread of a year; null while no cost is priced. */
export const spreadExposure = exposure.extend({ spread: spread.nullable() }).meta({ id: "SpreadExposure" });
export type SpreadExposure = z.infer<typeof spreadExposure>;

export const exposureFilters = serviceChoice.extend({
  service: slug.optional(),
  asOf: asOf.optional(),
  when: z.enum(["now", "launch"]).optional().meta({
    description:
      "Of `gaps` only those of live services, or only those of services that are not live yet (R6).",
  }),
  cursor: z.string().max(CURSOR_LIMIT).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type ExposureFilters = z.infer<typeof exposureFilters>;

const short = z.strictObject({
  incidents: z.number(),
  known: z.number(),
  unknown: z.number(),
  accepted: z.number(),
  expectedLoss: z.number().nullable(),
  knownLoss: z.number().nullable(),
  acceptedLoss: z.number().nullable().meta({ description: "Cuts across known and unknown (R1)." }),
});
const part = <Name extends z.ZodRawShape>(name: Name) =>
  z.strictObject({ ...name, services: z.int(), now: short, atLaunch: short });

/** What is carried now, and what will be at launch; never added together (R6). */
const apart = <Value extends z.ZodType>(value: Value) => z.strictObject({ now: value, atLaunch: value });

/** A cost with its largest gaps, of live services and of the others apart. */
const exposedCost = costShare.extend({ gaps: apart(z.int()), largest: apart(z.array(worthGap)) }).meta({
  id: "ExposedCost",
  description:
    "`gaps` lead to it; at most four of them are named, by their loss of this cost, or by incidents × severity while it has no price (R4).",
});

/** What gaps are expected to cause: carried now and at launch, never added (R6), and what it is made of. */
export const exposureView = z
  .strictObject({
    asOf: instant,
    day,
    past: z.boolean(),
    currency: z.string(),
    model: z
      .strictObject({ number: z.int().nullable(), at: instant.nullable(), example: z.boolean() })
      .meta({ description: "The assumptions it is based on: those in force at that instant." }),
    now: spreadExposure,
    atLaunch: spreadExposure,
    costs: z
      .array(exposedCost)
      .meta({ description: "All eight, the largest known first, by what is carried now." }),
    byTeam: z.array(part({ team: slug, name: z.string() })),
    byTier: z.array(part({ tier })),
    byService: z
      .array(part({ service: slug, name: z.string(), team: slug, tier, standing }))
      .meta({ description: "The 50 with the largest exposure now, then at launch." }),
    gaps: z
      .array(worthGap)
      .meta({ description: "By expected loss, live services first, then by incidents × severity." }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "ExposureView" });
export type ExposureView = z.infer<typeof exposureView>;

/** Which services a supposition is about. */
export const whatIfFilters = serviceChoice.extend({ service: slug.optional() });
export type WhatIfFilters = z.infer<typeof whatIfFilters>;

/** Gaps supposed to be closed: of one service, or of every service that asks the question. */
export const whatIf = z
  .strictObject({
    close: z
      .array(z.strictObject({ service: slug.optional(), question: z.string().max(80) }))
      .max(1_000, { error: "Name at most 1,000 gaps." })
      .meta({ description: "None of them: after is as before." }),
  })
  .meta({ id: "WhatIf" });
export type WhatIf = z.infer<typeof whatIf>;

const supposed = z.strictObject({
  now: spreadExposure,
  atLaunch: spreadExposure,
  gaps: z.array(worthGap).meta({ description: "Those worth most, at most 50." }),
  score: z.int().nullable(),
  byStanding: z.strictObject({
    production_ready: z.int(),
    ready_with_accepted_risks: z.int(),
    working: z.int(),
    unassessed: z.int(),
  }),
});

/** The same before and after, and the gaps that were meant. */
export const whatIfResult = z
  .strictObject({
    currency: z.string(),
    before: supposed,
    after: supposed,
    gaps: z.array(worthGap).meta({ description: "At most 1,000, by what they are worth." }),
    total: z.strictObject({ gaps: z.int(), services: z.int() }).meta({
      description:
        "How many gaps were meant, and how many services would stand otherwise: the lists may be shorter.",
    }),
    ignored: z
      .int()
      .meta({ description: "How many of what was to be closed is no gap of the services asked about." }),
    effortDays: z.number().meta({ description: "Of the gaps together." }),
    services: z
      .array(
        z.strictObject({
          service: slug,
          name: z.string(),
          before: z.strictObject({ score: z.int().nullable(), standing }),
          after: z.strictObject({ score: z.int().nullable(), standing }),
        }),
      )
      .meta({ description: "At most 200, those whose standing would be another first." }),
  })
  .meta({ id: "WhatIfResult" });
export type WhatIfResult = z.infer<typeof whatIfResult>;
