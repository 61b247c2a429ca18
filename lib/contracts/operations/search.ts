import type { Operation } from "../operation";
import { found, searchFilters } from "../search";

/** What is there by a few words. */
export const searchOperations = {
  search: {
    method: "GET",
    path: "/api/v1/search",
    action: "search:read",
    on: "organisation",
    summary: "Services, teams, questions, open gaps, people and launches by a few words, the best first",
    query: searchFilters,
    status: 200,
    result: found,
    refusals: [],
  },
} as const satisfies Record<string, Operation>;
