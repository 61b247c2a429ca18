import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadPortfolio } from "@/lib/queries/portfolio/portfolio";

/** Totals, trend, costs and a page of services; now or as of an earlier instant. */
export const GET = handle(operations.loadPortfolio, ({ scope, query, now }) =>
  loadPortfolio(scope, query, now),
);
