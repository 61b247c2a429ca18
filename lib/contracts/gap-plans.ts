import { z } from "zod";
import { gapPlan, gapPlanSave } from "./answers";
import { expectedVersion, slug } from "./text";

/** How many gaps one request plans at most. */
const MOST_PLANNED = 500;

const change = gapPlanSave
  .omit({ expectedVersion: true })
  .meta({ id: "GapPlanChange", description: "What is left out stays as it is." });
export type GapPlanChange = z.infer<typeof change>;

export const gapPlansSave = z
  .strictObject({
    gaps: z
      .array(
        z.strictObject({
          service: slug,
          question: z.string().max(80),
          set: change.optional().meta({ description: "Of this gap alone; goes before the common one." }),
          expectedVersion: expectedVersion.optional(),
        }),
      )
      .min(1, { error: "Choose at least one gap." })
      .max(MOST_PLANNED, { error: `Choose at most ${MOST_PLANNED} gaps.` })
      .refine((gaps) => new Set(gaps.map((gap) => `${gap.service}/${gap.question}`)).size === gaps.length, {
        error: "A gap stands here twice.",
      }),
    set: change.optional(),
  })
  .meta({ id: "GapPlansSave", description: "All of them, or none when one is refused." });
export type GapPlansSave = z.infer<typeof gapPlansSave>;

const item = z
  .strictObject({
    service: slug,
    question: z.string(),
    plan: gapPlan.omit({ question: true }),
    before: gapPlan
      .omit({ question: true })
      .nullable()
      .meta({ description: "Null when nothing was planned." }),
  })
  .meta({ id: "PlannedGap" });
export type PlannedGap = z.infer<typeof item>;

export const plannedGaps = z.strictObject({ items: z.array(item) }).meta({ id: "PlannedGaps" });
export type PlannedGaps = z.infer<typeof plannedGaps>;
