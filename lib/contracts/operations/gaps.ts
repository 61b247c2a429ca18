import { gapPlansSave, plannedGaps } from "../gap-plans";
import { gapFilters, gapPage } from "../gaps";
import type { Operation } from "../operation";

/** Gaps across services, and what is planned about many of them. */
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
    bulkhead: "always",
    refusals: [],
  },
  planGaps: {
    method: "POST",
    path: "/api/v1/gaps/plans",
    action: "gap:plan_many",
    on: "organisation",
    summary: "Plan many gaps at once, all or none: only the fields that are named change",
    body: gapPlansSave,
    status: 200,
    result: plannedGaps,
    refusals: ["conflict", "refused"],
  },
} as const satisfies Record<string, Operation>;
