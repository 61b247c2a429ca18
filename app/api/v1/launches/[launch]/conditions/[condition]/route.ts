import { editCondition } from "@/lib/commands/launches/edit-condition";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Hand a condition over, or move its day. */
export const PATCH = handle(operations.editCondition, ({ scope, body, now, params }) =>
  editCondition(scope, params.condition, body, now),
);
