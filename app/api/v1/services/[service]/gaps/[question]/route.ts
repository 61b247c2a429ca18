import { planGap } from "@/lib/commands/gaps/plan-gap";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Plan a gap: owner, due date, effort, ticket. */
export const PUT = handle(operations.planGap, ({ scope, params, body, now }) =>
  planGap(scope, params.question, body, now),
);
