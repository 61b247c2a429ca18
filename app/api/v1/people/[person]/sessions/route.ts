import { endPersonSessions } from "@/lib/commands/people/end-session";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadSessions } from "@/lib/queries/people/sessions";

/** Where a person is signed in, latest use first. */
export const GET = handle(operations.listSessions, ({ scope, query, now }) =>
  loadSessions(scope, query, now),
);

/** End all sessions of a person but the one that asks. */
export const DELETE = handle(operations.endSessions, ({ scope, now }) => endPersonSessions(scope, now));
