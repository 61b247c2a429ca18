import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadScorecard } from "@/lib/queries/scorecard/scorecard";

/** Where a service stands: questions, answers, gaps, areas, abilities, exposure. */
export const GET = handle(operations.loadScorecard, ({ scope, now }) => loadScorecard(scope, now));
