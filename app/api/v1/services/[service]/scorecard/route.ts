import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadScorecardThen } from "@/lib/queries/scorecard/past-service";

/** Where a service stands: questions, answers, gaps, areas, abilities, exposure. */
export const GET = handle(operations.loadScorecard, ({ scope, query, now }) =>
  loadScorecardThen(scope, query.asOf, now),
);
