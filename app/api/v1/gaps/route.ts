import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadGaps } from "@/lib/queries/gaps/gaps";

/** Gaps of all services with what is planned about them, filtered, sorted, paged by key. */
export const GET = handle(operations.listGaps, ({ scope, query, now }) => loadGaps(scope, query, now));
