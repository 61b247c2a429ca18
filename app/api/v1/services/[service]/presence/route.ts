import { tellPresence } from "@/lib/commands/presence/tell-presence";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadPresence } from "@/lib/queries/presence/presence";

/** Who has the assessment open. */
export const GET = handle(operations.listPresence, ({ scope, now }) => loadPresence(scope, now));
/** Say where one is → 200 who is there. */
export const PUT = handle(operations.tellPresence, ({ scope, body, now }) => tellPresence(scope, body, now));
