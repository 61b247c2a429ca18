import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadExport } from "@/lib/queries/exports/load-export";

/** All services, answers, gaps, history or exposure, by the filters of the portfolio or of the list of gaps. */
export const GET = handle(operations.loadExport, ({ scope, params, query, now }) =>
  loadExport(scope, params.what, query, now),
);
