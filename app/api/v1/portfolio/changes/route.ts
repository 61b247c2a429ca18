import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadChanges } from "@/lib/queries/changes/changes";

/** What changed between two instants: services that moved, gaps opened and closed, by cause. */
export const GET = handle(operations.loadChanges, ({ scope, query, now }) => loadChanges(scope, query, now));
