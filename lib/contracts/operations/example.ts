import { exampleCounts, exampleRemoved, exampleThere } from "../example";
import type { Operation } from "../operation";

/** The example portfolio: in and out. */
export const exampleOperations = {
  loadExampleThere: {
    method: "GET",
    path: "/api/v1/example",
    action: "example:remove",
    on: "organisation",
    summary: "What of the example portfolio is there, and what would go with it",
    status: 200,
    result: exampleThere,
    refusals: [],
  },
  loadExample: {
    method: "POST",
    path: "/api/v1/example",
    action: "example:load",
    on: "organisation",
    summary: "Load the example portfolio, marked as such, beside what is there",
    status: 201,
    result: exampleCounts,
    patience: "long",
    refusals: ["conflict", "in_progress", "refused"],
  },
  removeExample: {
    method: "DELETE",
    path: "/api/v1/example",
    action: "example:remove",
    on: "organisation",
    summary: "Remove everything that the example portfolio invented; what is real stays",
    status: 200,
    result: exampleRemoved,
    patience: "long",
    refusals: ["in_progress"],
  },
} as const satisfies Record<string, Operation>;
