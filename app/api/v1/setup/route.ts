import { setUp } from "@/lib/commands/organisation/set-up";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Set up the organisation and its first admin; works once. */
export const POST = handle(operations.setUp, ({ body, now, requestId }) => setUp(body, now, requestId));
