import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { previewModel } from "@/lib/queries/cost-model/preview";

/** What a model would change, were it put in force. */
export const POST = handle(operations.previewCostModel, ({ scope, body, now }) =>
  previewModel(scope, body, now),
);
