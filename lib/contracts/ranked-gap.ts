import { z } from "zod";
import { slug } from "./text";
import { area, CALLED, cost, tier } from "./vocabulary";

/** A gap in a ranking: what it is, where, and what it is expected to cause in a year by itself. */
const rankedGap = z.strictObject({
  service: slug,
  serviceName: z.string(),
  team: slug,
  tier,
  question: z.string(),
  title: z.string().meta({ description: CALLED }),
  text: z.string(),
  area,
  known: z.boolean(),
  stale: z.boolean(),
  accepted: z.boolean(),
  incidentsPerYear: z.number(),
  effortDays: z.number(),
});
export type RankedGap = z.infer<typeof rankedGap>;

/** A gap with what it is worth (R8): its own expected annual loss, and that per day of effort. */
export const worthGap = rankedGap
  .extend({
    expectedLoss: z.number().nullable().meta({ description: "Null where none of its costs is priced." }),
    worthADay: z.number().meta({
      description: "Expected loss, or incidents × severity where it has none, ÷ effort days (at least 0.1).",
    }),
    live: z.boolean(),
    plan: z.boolean().optional().meta({ description: "Whether the caller may plan its fix." }),
    costs: z
      .array(z.strictObject({ cost, incidentsPerYear: z.number(), expectedLoss: z.number().nullable() }))
      .optional()
      .meta({ description: "What it leads to, cost by cost; they add up to it." }),
  })
  .meta({ id: "WorthGap" });
export type WorthGap = z.infer<typeof worthGap>;
