import { exposureFilters, exposureView, whatIf, whatIfFilters, whatIfResult } from "../exposure";
import type { Operation } from "../operation";

/** What gaps are expected to cost. */
export const exposureOperations = {
  loadExposure: {
    method: "GET",
    path: "/api/v1/exposure",
    action: "exposure:read",
    on: "organisation",
    summary: "What gaps are expected to cause in a year: in all, by team, tier and service, gap by gap",
    query: exposureFilters,
    status: 200,
    result: exposureView,
    cacheable: { aside: ["asOf"] },
    bulkhead: "always",
    refusals: [],
  },
  loadWhatIf: {
    method: "POST",
    path: "/api/v1/exposure/what-if",
    action: "exposure:read",
    on: "organisation",
    summary: "What exposure, score and standings would be if some gaps were closed; writes nothing",
    query: whatIfFilters,
    body: whatIf,
    status: 200,
    result: whatIfResult,
    bulkhead: "always",
    refusals: [],
  },
} as const satisfies Record<string, Operation>;
