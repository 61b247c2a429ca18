import { endPersonSession } from "@/lib/commands/people/end-session";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** End a session: its next request is signed out. */
export const DELETE = handle(operations.endSession, ({ scope, params, now }) =>
  endPersonSession(scope, params.session, now),
);
