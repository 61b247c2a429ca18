import { planGaps } from "@/lib/commands/gaps/plan-gaps";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Plan many gaps at once, all or none. */
export const POST = handle(operations.planGaps, ({ scope, body, now }) => planGaps(scope, body, now));
