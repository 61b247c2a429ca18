import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadHistory } from "@/lib/queries/history/history";

/** Readiness points, and entries newest first. */
export const GET = handle(operations.loadHistory, ({ scope, query, now }) => loadHistory(scope, query, now));
