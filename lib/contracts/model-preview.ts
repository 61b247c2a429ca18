import { z } from "zod";
import { plausibility } from "./cost-model";
import { modelChange } from "./model-history";
import { exposure } from "./scorecard";
import { cost } from "./vocabulary";

const carried = z.strictObject({ now: exposure, atLaunch: exposure });
const sum = z.strictObject({ incidents: z.number(), expectedLoss: z.number().nullable() });
const parts = sum.extend({ known: sum.meta({ description: "Of no and partly only (R1)." }) });
const sums = z.strictObject({ now: parts, atLaunch: parts });

/** What a model would do, were it put in force: nothing is written. */
export const modelPreview = z
  .strictObject({
    currency: z.strictObject({ before: z.string(), after: z.string() }),
    before: carried.meta({
      description: "What all services carry now and at launch, by the model in force.",
    }),
    after: carried,
    services: z.int().meta({ description: "So many services would be expected to have other incidents." }),
    changes: z
      .array(
        z.strictObject({
          change: modelChange,
          after: sums.meta({ description: "Were only this changed." }),
          services: z.int(),
        }),
      )
      .meta({ description: "Each changed input; empty when nothing would change." }),
    prices: z
      .partialRecord(
        cost,
        z.strictObject({
          median: z.number().meta({ description: "Half of such incidents cost less." }),
          mean: z.number(),
          p95: z.number().meta({ description: "One in twenty costs more." }),
        }),
      )
      .meta({
        description: "What each price means for one incident at tier 1; costs without one are left out.",
      }),
    plausibility: z.array(plausibility),
  })
  .meta({ id: "ModelPreview" });
export type ModelPreview = z.infer<typeof modelPreview>;
