import { confirmAnswer } from "@/lib/commands/answers/confirm-answer";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Say that an answer still holds; its age starts anew. */
export const POST = handle(operations.confirmAnswer, ({ scope, params, body, now }) =>
  confirmAnswer(scope, params.question, body, now),
);
