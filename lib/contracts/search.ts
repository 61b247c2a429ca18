import { z } from "zod";
import { LAUNCH_STATES } from "../domain/launch/vocabulary";
import { day, slug, text } from "./text";
import { answerState, area, CALLED, lifecycle, standing } from "./vocabulary";

export const searchFilters = z.strictObject({
  q: text(200).meta({
    description:
      "Every word leads to what is found: its beginning is enough, slips of the finger are forgiven.",
  }),
  limit: z.coerce.number().int().min(1).max(50).optional(),
});
export type SearchFilters = z.infer<typeof searchFilters>;

const score = z.number().meta({
  description: "How close it is, above 0: 1.5 is the very name. Compares what is found by one search.",
});
const question = { question: z.string(), title: z.string().meta({ description: CALLED }) };

/** Something that a search found, with what it takes to tell it from others and to go there. */
const hit = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("service"),
      score,
      service: slug,
      name: z.string(),
      teamName: z.string(),
      lifecycle,
      standing,
    }),
    z.strictObject({
      kind: z.literal("team"),
      score,
      team: slug,
      name: z.string(),
      services: z.int().meta({ description: "That are not retired." }),
    }),
    z.strictObject({
      kind: z.literal("question"),
      score,
      ...question,
      area,
      open: z.int().meta({ description: "In how many services it is a gap (S4)." }),
    }),
    z.strictObject({
      kind: z.literal("gap"),
      score,
      ...question,
      service: slug,
      serviceName: z.string(),
      verdict: answerState.meta({ description: "The effective one." }),
    }),
    z.strictObject({
      kind: z.literal("person"),
      score,
      person: z.uuid(),
      name: z.string(),
      email: z.string(),
      disabled: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal("launch"),
      score,
      launch: z.uuid(),
      title: z.string(),
      targetDate: day,
      state: z.enum(LAUNCH_STATES),
    }),
  ])
  .meta({ id: "Hit" });
export type Hit = z.infer<typeof hit>;

export const found = z
  .strictObject({ items: z.array(hit) })
  .meta({ id: "Found", description: "The best ones, the closest first: there are no further pages." });
export type Found = z.infer<typeof found>;
