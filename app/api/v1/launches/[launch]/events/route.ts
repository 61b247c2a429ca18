import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadLaunchEvents } from "@/lib/queries/launches/events";

/** What happened to a launch, oldest first. */
export const GET = handle(operations.listLaunchEvents, ({ scope, now }) => loadLaunchEvents(scope, now));
