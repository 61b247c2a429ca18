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

const kept = z
  .array(z.string())
  .meta({ description: "Teams that stay, because real services belong to them." });

export const exampleThere = exampleCounts
  .extend({
    byRealPeople: z
      .int()
      .meta({ description: "Of the lines of history those that real people wrote; they go with the rest." }),
    plansByRealPeople: z.int().meta({
      description: "Plans for gaps of invented services that real people wrote last; they go with the rest.",
    }),
    launches: z.int().meta({ description: "Launches of invented services alone." }),
    launchesByRealPeople: z
      .int()
      .meta({ description: "Of those the ones that real people planned; they go with the rest." }),
    prices: z.boolean().meta({ description: "Prices of the example are in force; they go with it." }),
    besideReal: z
      .boolean()
      .meta({ description: "Real services are there, or were: the example comes without prices." }),
    kept,
  })
  .meta({ id: "ExampleThere", description: "What of the example is there; all 0 when it is not." });
export type ExampleThere = z.infer<typeof exampleThere>;

export const exampleRemoved = exampleCounts.extend({ kept }).meta({ id: "ExampleRemoved" });
export type ExampleRemoved = z.infer<typeof exampleRemoved>;
