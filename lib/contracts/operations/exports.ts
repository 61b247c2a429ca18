import { z } from "zod";
import { exportedRow, exportFilters, exportPage } from "../exports";
import type { Operation } from "../operation";

/** Taking everything along. */
export const exportsOperations = {
  loadExport: {
    method: "GET",
    path: "/api/v1/exports/:what",
    action: "export:read",
    on: "organisation",
    summary:
      "All services, answers, gaps, history or exposure (`what`), now or as of an instant, by the portfolio's filters and `service`, gaps by those of the list of gaps too; services, answers and gaps as CSV can be imported again, 1 MB at a time",
    query: exportFilters,
    status: 200,
    streams: {
      "application/json": exportPage,
      "application/x-ndjson": exportedRow,
      "text/csv": z.string(),
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": z.string(),
    },
    bulkhead: "always",
    refusals: [],
  },
} as const satisfies Record<string, Operation>;
