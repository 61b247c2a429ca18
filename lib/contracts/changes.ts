import { z } from "zod";
import { serviceChoice } from "./services";
import { asOf, instant, slug } from "./text";
import { area, CALLED, lifecycle, pointCause, standing, tier } from "./vocabulary";

export const changesFilters = serviceChoice.extend({
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
    title: z.string().meta({ description: CALLED }),
    text: z.string(),
    area,
    critical: z.boolean(),
    cause: changeCause,
    incidentsPerYear: z.number(),
    expectedLoss: z
      .number()
      .nullable()
      .meta({ description: "At the prices of `until`; null without a price." }),
    at: instant.meta({ description: "When it opened or closed." }),
  })
  .meta({ id: "ChangedGap" });
const count = z.strictObject({ opened: z.int(), closed: z.int() });

const expected = { incidents: z.number(), expectedLoss: z.number().nullable() };
const amounts = z.strictObject({
  ...expected,
  known: z.strictObject(expected).meta({ description: "The part of known gaps (R1); the rest is unknown." }),
});
const explained = z
  .strictObject({
    from: amounts,
    to: amounts,
    byCause: z.strictObject({
      model: amounts,
      facts: amounts,
      checklist: amounts,
      answers: amounts,
      ageing: amounts,
    }),
  })
  .meta({
    id: "ExplainedExposure",
    description:
      "What was expected in a year then and later, and the difference by cause, in this order: what was open then with the assumptions of later (model); tier, lifecycle, tags, what came and left (facts); the checklist; answers; ageing. All but `from` is in the money of later. The parts add up to the difference, and their known parts to that of `known`; `from` counts as 0 where its loss is null, since nothing had a price or the currency was another.",
  });

/** What changed between two instants: services that moved, gaps opened and closed, by cause. */
export const changes = z
  .strictObject({
    since: instant,
    until: instant,
    services: z.array(moved),
    gaps: z.strictObject({ opened: z.array(changedGap), closed: z.array(changedGap) }),
    byCause: z.partialRecord(changeCause, count),
    exposure: z.strictObject({
      currency: z.string(),
      pricedCosts: z.int().min(0).max(8),
      now: explained,
      atLaunch: explained,
    }),
    total: count
      .extend({
        services: z.int(),
        came: z.int().meta({ description: "Counts at the end, and did not at the beginning (S8)." }),
        left: z.int().meta({ description: "Counted at the beginning, and does not at the end (S8)." }),
        becameReady: z.int().meta({ description: "Stands ready at the end, and did not at the beginning." }),
        fellBack: z
          .int()
          .meta({ description: "Stood ready at the beginning; counts, and does not, at the end." }),
      })
      .meta({ description: "Of everything that changed; the lists hold at most 200 each." }),
  })
  .meta({ id: "Changes" });
export type Changes = z.infer<typeof changes>;
