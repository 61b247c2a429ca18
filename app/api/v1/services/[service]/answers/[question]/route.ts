import { saveAnswer } from "@/lib/commands/answers/save-answer";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Save one answer; a conflict returns the answer that is there now. */
export const PUT = handle(operations.saveAnswer, ({ scope, params, body, now }) =>
  saveAnswer(scope, params.question, body, now),
);
