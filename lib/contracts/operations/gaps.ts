import { gapFilters, gapPage } from "../gaps";
import type { Operation } from "../operation";

/** Gaps across services. */
export const gapsOperations = {
  listGaps: {
    method: "GET",
    path: "/api/v1/gaps",
    action: "gap:list",
    on: "organisation",
    summary: "Gaps of all services with what is planned about them, filtered, sorted, paged by key",
    query: gapFilters,
    status: 200,
    result: gapPage,
    refusals: [],
  },
} as const satisfies Record<string, Operation>;
