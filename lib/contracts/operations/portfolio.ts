import { changes, changesFilters } from "../changes";
import type { Operation } from "../operation";
import { portfolio, portfolioFilters } from "../portfolio";

/** The portfolio: all services in one look. */
export const portfolioOperations = {
  loadPortfolio: {
    method: "GET",
    path: "/api/v1/portfolio",
    action: "portfolio:read",
    on: "organisation",
    summary: "Totals, trend, costs and a page of services; now or as of an earlier instant",
    query: portfolioFilters,
    status: 200,
    result: portfolio,
    cacheable: { aside: ["asOf"] },
    bulkhead: "past",
    refusals: [],
  },
  loadChanges: {
    method: "GET",
    path: "/api/v1/portfolio/changes",
    action: "portfolio:read",
    on: "organisation",
    summary: "What changed between two instants: services that moved, gaps opened and closed, by cause",
    query: changesFilters,
    status: 200,
    result: changes,
    cacheable: { aside: ["asOf"] },
    bulkhead: "always",
    refusals: [],
  },
} as const satisfies Record<string, Operation>;
