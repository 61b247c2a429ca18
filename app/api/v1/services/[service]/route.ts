import { deleteService } from "@/lib/commands/services/delete-service";
import { editService } from "@/lib/commands/services/edit-service";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadServiceThen } from "@/lib/queries/scorecard/past-service";

/** The facts of a service, now or as of an earlier instant. */
export const GET = handle(operations.loadService, ({ scope, query, now }) =>
  loadServiceThen(scope, query.asOf, now),
);

/** Change facts of a service; some need more than a member's right. */
export const PATCH = handle(operations.editService, ({ scope, body, now }) => editService(scope, body, now));

/** Delete a service; it can be restored for 30 days. */
export const DELETE = handle(operations.deleteService, ({ scope, now }) => deleteService(scope, now));
