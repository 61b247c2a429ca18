import { moveServices } from "@/lib/commands/checklists/move-services";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Ask services another version, or tell what that would change → 200 ChecklistMove · 422 for a draft. */
export const POST = handle(operations.moveServices, ({ scope, params, body, now }) =>
  moveServices(scope, params, body, now),
);
