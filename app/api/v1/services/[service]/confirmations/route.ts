import { confirmAnswers } from "@/lib/commands/answers/confirm-answers";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Say of several answers that they still hold. */
export const POST = handle(operations.confirmAnswers, ({ scope, body, now }) =>
  confirmAnswers(scope, body, now),
);
