import { startMeeting } from "@/lib/commands/launches/start-meeting";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Begin a meeting: its agenda is fixed. */
export const POST = handle(operations.startMeeting, ({ scope, now }) => startMeeting(scope, now));
