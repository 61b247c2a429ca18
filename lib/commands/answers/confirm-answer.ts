import "server-only";
import type { Scope } from "../../auth/scope";
import type { Answer, Confirmation } from "../../contracts/answers";
import { lockService } from "../../db/service-lock";
import { inTransaction } from "../../db/transaction";
import { missingFromAnswer } from "../../domain/answer-rules";
import { AppError } from "../../domain/errors";
import { applicableQuestion } from "./applicable-question";
import { currentAnswer } from "./current-answer";
import { writeAnswer } from "./write-answer";

/**
 * Says that an answer still holds: same content, a new entry, its age starts anew (S5, H1).
 * @throws AppError refused when there is no answer yet, or it would not be accepted today; conflict with the answer
 *   that is there now
 */
export async function confirmAnswer(
  scope: Scope<"answer:save">,
  key: string,
  { expectedVersion }: Confirmation,
  now: Date,
): Promise<Answer> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, scope, now, { question: key });
    const question = await applicableQuestion(service, key);
    const { answer: before } = service;
    if (!before) throw new AppError("refused", { message: "There is no answer to confirm yet." });
    if (before.version !== expectedVersion) {
      const current = currentAnswer(service, question, before);
      throw new AppError("conflict", {
        message: "This answer has changed: look at it first.",
        current,
      });
    }
    const fields = missingFromAnswer(before, question);
    if (fields[0]) throw new AppError("refused", { message: fields[0].message, fields });
    return writeAnswer(tx, scope, service, "confirm", before, question);
  });
}
