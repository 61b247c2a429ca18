import { editLaunch } from "@/lib/commands/launches/edit-launch";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadLaunch } from "@/lib/queries/launches/launch";

/** One launch; what is shown is a revision from then on. */
export const GET = handle(operations.loadLaunch, ({ scope, now }) => loadLaunch(scope, now));

/** Change its plan. */
export const PATCH = handle(operations.editLaunch, ({ scope, body, now }) => editLaunch(scope, body, now));
