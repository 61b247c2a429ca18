import { z } from "zod";

export const exampleCounts = z
  .strictObject({
    teams: z.int(),
    services: z.int(),
    people: z.int(),
    entries: z.int().meta({ description: "Lines of history that people wrote." }),
  })
  .meta({ id: "ExampleCounts", description: "How much was invented, or went away." });
export type ExampleCounts = z.infer<typeof exampleCounts>;

export const exampleRemoved = exampleCounts
  .extend({
    kept: z.array(z.string()).meta({ description: "Teams that stay, because real services belong to them." }),
  })
  .meta({ id: "ExampleRemoved" });
export type ExampleRemoved = z.infer<typeof exampleRemoved>;
