import { z } from "zod";
import { amongGaps, GAP_DUES, GAP_KINDS, GAP_SORTS } from "../domain/filters";
import type { GapGroup } from "../domain/grouped-gaps";
import { CURSOR_LIMIT } from "../domain/text";
import { gapPlan } from "./answers";
import { serviceChoice } from "./services";
import { instant, slug, text } from "./text";
import { answerState, area, CALLED, cost, lifecycle, tier } from "./vocabulary";

const loss = z.number().nullable();

/** Filters of the list of all gaps, as they stand in the URL. */
export const gapFilters = z.strictObject({
  ...amongGaps(serviceChoice.shape),
  q: text(200).optional().meta({
    description:
      "Each of its words stands in the title or text of the question, the reason, the ticket or the owner's name, or in the name of the service or its team.",
  }),
  service: z.array(slug).optional(),
  area: z.array(area).optional(),
  cost: z.array(cost).optional(),
  question: z.string().max(80).optional(),
  kind: z.array(z.enum(GAP_KINDS)).optional().meta({ description: "Several widen." }),
  owner: z.array(z.union([z.uuid(), z.enum(["none", "me"])])).optional(),
  due: z.enum(GAP_DUES).optional(),
  sort: z.enum(GAP_SORTS).optional().meta({
    description:
      "`worth` when left out: expected loss a year, then what has no price by its incidents (R8). `worthPerDay`: the same for a day of work.",
  }),
  cursor: z.string().max(CURSOR_LIMIT).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type GapFilters = z.infer<typeof gapFilters>;

/** A gap in a list: where, what, how open, what is planned about it. */
const gapRow = z
  .strictObject({
    service: slug,
    serviceName: z.string(),
    team: slug,
    teamName: z.string(),
    tier,
    lifecycle,
    question: z.string(),
    number: z.string().meta({ description: "Area and place within it, as on the screen: 3.2." }),
    title: z.string().meta({ description: CALLED }),
    text: z.string(),
    area,
    verdict: answerState.meta({ description: "The effective one." }),
    given: answerState,
    stale: z.boolean(),
    blocker: z.boolean(),
    accepted: z.boolean(),
    openedAt: instant,
    incidentsPerYear: z.number(),
    expectedLoss: loss.meta({ description: "Null where none of the costs has a price (R5, R8)." }),
    worthADay: z.number().meta({
      description: "Expected loss, or incidents × severity where it has none, ÷ effort days (at least 0.1).",
    }),
    costs: z.array(z.strictObject({ cost, incidentsPerYear: z.number(), expectedLoss: loss })),
    effortDays: z.number().meta({ description: "The own estimate, else the usual one." }),
    usualEffortDays: z.number().meta({ description: "By the checklist." }),
    plan: gapPlan.omit({ question: true }).nullable(),
    overdue: z.boolean(),
    can: z.strictObject({ plan: z.boolean() }),
  })
  .meta({ id: "GapRow" });
export type GapRow = z.infer<typeof gapRow>;

/** What gaps are expected to cause in a year: known and unknown apart (R1). */
const expectedOfGaps = {
  known: z.number(),
  unknown: z.number(),
  knownLoss: loss.meta({ description: "Null while no cost has a price." }),
  unknownLoss: loss,
};

export const gapPage = z
  .strictObject({
    items: z.array(gapRow),
    nextCursor: z.string().nullable(),
    total: z.strictObject({
      gaps: z.int(),
      services: z.int(),
      blockers: z.int(),
      overdue: z.int(),
      unowned: z.int(),
      currency: z.string().nullable().meta({ description: "Null before anybody set assumptions." }),
      pricedCosts: z
        .int()
        .min(0)
        .max(8)
        .meta({ description: "How many of the eight costs have a price (R3)." }),
      ...expectedOfGaps,
      atLaunch: z.strictObject(expectedOfGaps).meta({
        description: "Of services that are not live yet; the other figures are of live ones (R6).",
      }),
    }),
  })
  .meta({ id: "GapPage" });
export type GapPage = z.infer<typeof gapPage>;

/** The gaps of a list by their question, as a page shows them. */
export interface GroupedGaps {
  groups: readonly (Omit<GapGroup, "first"> & {
    /** Where it weighs most, three at most. */
    first: readonly { slug: string; name: string }[];
  })[];
  total: GapPage["total"];
}
