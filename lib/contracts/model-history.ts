import { z } from "zod";
import { price } from "./cost-model";
import { instant } from "./text";
import { cost, tier } from "./vocabulary";

/** One input of the model that is different from before; null where there was or is none of its own. */
export const modelChange = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("currency"), from: z.string(), to: z.string() }),
    z.strictObject({ kind: z.literal("price"), cost, from: price.nullable(), to: price.nullable() }),
    z.strictObject({ kind: z.literal("severity"), tier, from: z.number(), to: z.number() }),
    z.strictObject({
      kind: z.literal("rate"),
      question: z.string(),
      cost,
      from: z.number().nullable().meta({ description: "Null: the checklist's." }),
      to: z.number().nullable().meta({ description: "Null: the checklist's." }),
      why: z.string(),
    }),
  ])
  .meta({ id: "ModelChange" });

/** A version of the model: who put it in force and why, and what is different from the one before. */
const modelVersion = z
  .strictObject({
    number: z.int(),
    at: instant,
    by: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
    note: z.string(),
    example: z.boolean(),
    pricedCosts: z.int().min(0).max(8),
    currency: z.string().meta({
      description: "Of its prices; what was before is in this one too, unless a change says another.",
    }),
    changes: z.array(modelChange),
  })
  .meta({ id: "ModelVersion" });
export type ModelVersion = z.infer<typeof modelVersion>;

export const modelVersions = z
  .strictObject({ items: z.array(modelVersion), nextCursor: z.string().nullable() })
  .meta({ id: "ModelVersions" });
export type ModelVersions = z.infer<typeof modelVersions>;

/** Newest first; the cursor is the number of the last version that was shown. */
export const modelVersionFilters = z.strictObject({
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, { error: "Use the nextCursor of the page before." })
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
export type ModelVersionFilters = z.infer<typeof modelVersionFilters>;
