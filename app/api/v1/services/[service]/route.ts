import { deleteService } from "@/lib/commands/services/delete-service";
import { editService } from "@/lib/commands/services/edit-service";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadService } from "@/lib/queries/services/service";

/** The facts of a service. */
export const GET = handle(operations.loadService, ({ scope, now }) => loadService(scope, now));

/** Change facts of a service; some need more than a member's right. */
export const PATCH = handle(operations.editService, ({ scope, body, now }) => editService(scope, body, now));

/** Delete a service; it can be restored for 30 days. */
export const DELETE = handle(operations.deleteService, ({ scope, now }) => deleteService(scope, now));
