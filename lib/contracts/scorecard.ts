import { z } from "zod";
import { COSTS } from "../domain/vocabulary";
import { answer, entry, gapPlan } from "./answers";
import { service } from "./services";
import { asOf, instant } from "./text";
import { ability, area, CALLED, cost, lifecycle, pointCause, standing, tier } from "./vocabulary";
import { waiverEvent } from "./waivers";

const loss = z
  .number()
  .nullable()
  .meta({ description: "Expected loss a year; null while no cost is priced." });
const part = z.strictObject({ incidents: z.number(), expectedLoss: loss });
const costPart = part.extend({
  known: z.number().meta({ description: "Incidents a year from known gaps." }),
  unknown: z.number().meta({ description: "Incidents a year from what nobody can say." }),
  accepted: z
    .number()
    .optional()
    .meta({ description: "Incidents a year of accepted risks; cuts across the other two." }),
  losses: z
    .strictObject({ known: z.number(), unknown: z.number(), accepted: z.number() })
    .nullable()
    .optional()
    .meta({ description: "Expected loss a year of the three; null while the cost has no price." }),
});

/**
 * What gaps are expected to cause in a year (R1–R5), unrounded. Accepted cuts across known and unknown. All is zero for
 * a service that is retired or deleted (R6).
 */
export const exposure = z
  .strictObject({
    incidents: z.number(),
    expectedLoss: loss,
    byCost: z.strictObject(
      Object.fromEntries(COSTS.map((key) => [key, costPart])) as Record<
        (typeof COSTS)[number],
        typeof costPart
      >,
    ),
    known: part,
    unknown: part,
    accepted: part,
    pricedCosts: z.int().min(0).max(8),
  })
  .meta({ id: "Exposure" });
export type Exposure = z.infer<typeof exposure>;

const areaScore = z
  .strictObject({
    area,
    score: z.int().nullable(),
    yes: z.int(),
    partly: z.int(),
    no: z.int(),
    unclear: z.int(),
    unanswered: z.int(),
    not_applicable: z.int(),
  })
  .meta({ id: "AreaScore" });

const abilityState = z
  .strictObject({ ability, state: z.enum(["proven", "open", "not_asked"]), asked: z.int(), yes: z.int() })
  .meta({ id: "AbilityState" });

export const questionCost = z.strictObject({ cost, incidentsPerYear: z.number(), because: z.string() });

export const question = z
  .strictObject({
    key: z.string(),
    area,
    title: z.string().meta({
      description:
        "What the fix would be called on a ticket, the same in every version; empty where there is none.",
    }),
    text: z.string(),
    meaning: z.int().meta({ description: "Rises when the question comes to ask something else." }),
    why: z.string(),
    convincing: z.string().meta({ description: "Evidence that would convince." }),
    howToFix: z.string(),
    ability,
    weight: z.int(),
    critical: z.boolean(),
    upToTier: tier,
    tags: z.array(z.string()),
    reviewAfterDays: z.int(),
    effortDays: z.number(),
    costs: z.array(questionCost),
  })
  .meta({ id: "Question" });
export type Question = z.infer<typeof question>;

/** A question that applies to a service, with its answer and what is planned about it. */
const assessedQuestion = question
  .extend({
    ...answer.omit({ question: true }).shape,
    title: z.string().meta({ description: CALLED }),
    number: z.string().meta({ description: "Area and place within it, as on the screen: 3.2." }),
    gap: z.boolean(),
    blocker: z.boolean(),
    waived: z.boolean(),
    costs: z.array(
      questionCost.extend({
        expectedLoss: loss.meta({
          description:
            "What its incidents of a year would cost this service while the question is open; null without a price.",
        }),
      }),
    ),
    incidentsPerYear: z.number().meta({ description: "Expected now, over all costs, at its openness (R2)." }),
    earlier: z.int().meta({ description: "How many earlier entries its history holds." }),
    plan: gapPlan.omit({ question: true }).nullable(),
  })
  .meta({ id: "AssessedQuestion" });
export type AssessedQuestion = z.infer<typeof assessedQuestion>;

export const gap = z
  .strictObject({
    question: z.string(),
    blocker: z.boolean(),
    waived: z.boolean(),
    known: z.boolean(),
    incidentsPerYear: z.number(),
    expectedLoss: loss,
    effortDays: z.number(),
  })
  .meta({ id: "Gap", description: "Blockers first, then by expected incidents a year." });
export type Gap = z.infer<typeof gap>;

export const dependency = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    tier,
    standing,
    score: z.int().nullable(),
    deleted: z.boolean(),
    circular: z.boolean().meta({
      description:
        "It and this service depend on each other, directly or through others: neither stands alone.",
    }),
  })
  .meta({ id: "Dependency" });
export type Dependency = z.infer<typeof dependency>;

export const scorecard = z
  .strictObject({
    service,
    score: z.int().nullable(),
    standing,
    counts: z.strictObject({
      counting: z.int(),
      answered: z.int(),
      gaps: z.int(),
      blockers: z.int(),
      accepted: z.int(),
      stale: z.int(),
      unclear: z.int(),
      unanswered: z.int(),
    }),
    areas: z.array(areaScore),
    abilities: z.array(abilityState),
    questions: z.array(assessedQuestion),
    gaps: z.array(gap).meta({
      description: "Blockers first, then by expected loss, what has no price last and by incidents.",
    }),
    exposure,
    currency: z
      .string()
      .nullable()
      .meta({ description: "Of all losses; null before anybody set assumptions." }),
    dependsOn: z.array(dependency),
    dependents: z.array(dependency),
    revision: z.string(),
    asOf: instant,
  })
  .meta({ id: "Scorecard" });
export type Scorecard = z.infer<typeof scorecard>;

export const point = z
  .strictObject({
    at: instant,
    cause: pointCause,
    team: z.string(),
    tier,
    lifecycle,
    score: z.int().nullable(),
    standing,
    gaps: z.int(),
    blockers: z.int(),
    stale: z.int(),
    incidents: z.strictObject({ known: z.number(), unknown: z.number(), accepted: z.number() }),
  })
  .meta({ id: "ReadinessPoint" });
export type ReadinessPoint = z.infer<typeof point>;

export const history = z
  .strictObject({
    points: z.array(point).meta({
      description:
        "Oldest first: the last point before `from`, then the last of each day in the organisation's time zone, and all of today. Empty after the first page.",
    }),
    entries: z.array(entry),
    waivers: z.array(waiverEvent).meta({
      description: "What happened to waivers in the time of the entries, newest first (S6).",
    }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "History" });
export type History = z.infer<typeof history>;

export const historyFilters = z.strictObject({
  from: asOf.optional().meta({ description: "A day means its beginning in the organisation's time zone." }),
  to: asOf.optional().meta({ description: "A day means its end." }),
  question: z.string().max(80).optional(),
  person: z.uuid().optional(),
  area: area.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type HistoryFilters = z.infer<typeof historyFilters>;
