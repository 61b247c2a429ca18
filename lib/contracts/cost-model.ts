import { z } from "zod";
import { LEAST_NUMBER } from "../domain/cost-model";
import { priceProblem } from "../domain/price";
import { COSTS, type Cost } from "../domain/vocabulary";
import { expectedVersion, instant, text } from "./text";
import { cost } from "./vocabulary";

const each = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject(Object.fromEntries(COSTS.map((key) => [key, schema])) as Record<Cost, Schema>);

const amount = z
  .number({ error: "Write an amount." })
  .positive({ error: "Write an amount above 0.", abort: true })
  .min(LEAST_NUMBER, { error: `Write an amount of at least ${LEAST_NUMBER.toFixed(9)}.` })
  .max(1e12, { error: "Write an amount of at most 1,000,000,000,000." });

/** A number that something is multiplied by: 0 takes it away. */
const factor = z
  .number({ error: "Write a number." })
  .min(0, { error: "Write 0 or more.", abort: true })
  .max(1_000, { error: "Write at most 1,000." })
  .refine((value) => value === 0 || value >= LEAST_NUMBER, {
    error: `Write 0, or at least ${LEAST_NUMBER.toFixed(9)}.`,
  });

/** What one incident of a cost costs at tier 1 (R3): its 5th and 95th percentile. */
export const price = z
  .strictObject({
    low: amount,
    high: amount,
    why: text(2_000).optional().meta({ description: "Where the two amounts come from." }),
  })
  .superRefine((value, context) => {
    const message = value.low > 0 ? priceProblem(value) : null;
    if (message) context.addIssue({ code: "custom", path: ["high"], message });
  })
  .meta({ id: "Price" });

/** What multiplies prices by tier (R4). */
export const severity = z.strictObject({ "1": factor, "2": factor, "3": factor, "4": factor });

const questionKey = z.string().max(80);

const assumptions = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, { error: "Use three capital letters, such as EUR." }),
  prices: each(price.nullable()),
  severity,
  rates: z.record(questionKey, z.partialRecord(cost, factor)).meta({
    description: "Incidents a year by question and cost, in place of the checklist's; 0 takes the cost away.",
  }),
});

/** Who set a rate of the organisation's own, when and why. */
const rateReason = z.strictObject({
  why: z.string(),
  by: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  at: instant,
});

/**
 * What the rates come to for one tier 1 service of which every question is open: a warning where that is hard to
 * believe (R2).
 */
export const plausibility = z
  .strictObject({
    checklist: z.string(),
    name: z.string(),
    version: z.int(),
    incidents: z.number(),
    least: z.number(),
    most: z.number(),
    warning: z.string().nullable(),
  })
  .meta({ id: "Plausibility" });
export type Plausibility = z.infer<typeof plausibility>;

/** The assumptions in force: what turns gaps into incidents, and incidents into money (R2 to R4). */
export const costModel = assumptions
  .extend({
    number: z.int().nullable().meta({ description: "Version of the model; null before anybody set one." }),
    at: instant.nullable(),
    by: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
    note: z.string(),
    example: z.boolean().meta({ description: "Assumed by the example portfolio." }),
    reasons: z.record(questionKey, z.partialRecord(cost, rateReason)),
    pricedCosts: z.int().min(0).max(8),
    plausibility: z.array(plausibility).meta({
      description:
        "Of each checklist's newest published version, and of older ones that services are still asked.",
    }),
    can: z.strictObject({ edit: z.boolean() }),
  })
  .meta({ id: "CostModel" });
export type CostModel = z.infer<typeof costModel>;

/** What a model says of itself: given back with it, it is passed over. */
const said = z.unknown().optional().meta({ description: "Said by the server; passed over." });

/** A model to put in place. What is left out stays as it is; prices and rates that are named are all there are. */
export const costModelSave = z
  .strictObject({
    currency: assumptions.shape.currency.optional(),
    prices: z
      .partialRecord(cost, price.nullable())
      .optional()
      .meta({ description: "All prices: a cost that is not in it is unpriced, as with null." }),
    severity: severity
      .partial()
      .optional()
      .meta({ description: "A tier that is not named keeps its weight: every tier has one." }),
    rates: assumptions.shape.rates
      .optional()
      .meta({ description: "All own rates: what is not in it goes back to the checklist's." }),
    reasons: z
      .record(questionKey, z.partialRecord(cost, z.union([text(2_000), rateReason])))
      .optional()
      .meta({
        description: "Why an own rate is what it is; of what a model says itself, the text is taken.",
      }),
    note: text(2_000).optional().meta({ description: "Why it is changed." }),
    expectedNumber: expectedVersion
      .nullable()
      .optional()
      .meta({ description: "The version that was edited; another one in force is a conflict." }),
    ...{ number: said, at: said, by: said, example: said, pricedCosts: said, plausibility: said, can: said },
  })
  .meta({ id: "CostModelSave" });
export type CostModelSave = z.infer<typeof costModelSave>;
