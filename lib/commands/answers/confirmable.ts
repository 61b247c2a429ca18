import "server-only";
import type { AnswerRow } from "../../db/assessment";
import type { LockedService } from "../../db/service-lock";
import { missingFromAnswer } from "../../domain/answer-rules";
import type { Question } from "../../domain/checklist";
import { AppError } from "../../domain/errors";
import { applicableQuestion } from "./applicable-question";
import { currentAnswer } from "./current-answer";

/**
 * The answer of a service that somebody confirms as they saw it, with its question.
 * @param answer the one that is there now
 * @throws AppError not_found when the checklist does not have the question; refused when it does not apply (S1), has no
 *   answer yet, or that would not be accepted today; conflict with the answer that is there now
 */
export async function confirmable(
  service: LockedService,
  key: string,
  expectedVersion: number,
  answer: AnswerRow | null | undefined,
): Promise<{ question: Question; answer: AnswerRow }> {
  const question = await applicableQuestion(service, key);
  if (!answer) throw new AppError("refused", { message: "There is no answer to confirm yet." });
  if (answer.version !== expectedVersion) {
    const current = currentAnswer(service, question, answer);
    throw new AppError("conflict", {
      message: "This answer was changed meanwhile: look at it first.",
      current,
    });
  }
  const fields = missingFromAnswer(answer, question);
  if (fields[0]) throw new AppError("refused", { message: fields[0].message, fields });
  return { question, answer };
}
