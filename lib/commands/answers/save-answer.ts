import "server-only";
import type { Scope } from "../../auth/scope";
import type { Answer, AnswerSave } from "../../contracts/answers";
import type { AnswerRow } from "../../db/assessment";
import { lockService } from "../../db/service-lock";
import { inTransaction } from "../../db/transaction";
import { missingFromAnswer } from "../../domain/answer-rules";
import { AppError } from "../../domain/errors";
import { applicableQuestion } from "./applicable-question";
import { currentAnswer } from "./current-answer";
import { writeAnswer } from "./write-answer";

/**
 * Saves one answer whole: answer, entry, readiness point and audit event together or not at all.
 * A save whose content is already there at `expectedVersion + 1` by the same person is a lost reply: nothing is
 * written.
 * @throws AppError conflict with the answer that is there now; refused when reason or evidence is missing, or the
 *   question does not apply any more; gone; not_found
 */
export async function saveAnswer(
  scope: Scope<"answer:save">,
  key: string,
  { expectedVersion, verdict, reason = "", evidence = [] }: AnswerSave,
  now: Date,
): Promise<Answer> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, scope, now, { question: key });
    const question = await applicableQuestion(service, key);
    const fields = missingFromAnswer({ verdict, reason, evidence }, question);
    if (fields[0]) throw new AppError("refused", { message: fields[0].message, fields });
    const { answer: before } = service;
    const next = { questionKey: key, verdict, reason, evidence };
    if ((before?.version ?? 0) !== expectedVersion) {
      const current = currentAnswer(service, question, before);
      const lostReply =
        before?.version === expectedVersion + 1 &&
        before.savedById === scope.viewer.person.id &&
        sameContent(before, next);
      if (lostReply) return current;
      const message = "Somebody else saved another answer first. Yours was not saved; compare the two.";
      throw new AppError("conflict", { message, current });
    }
    return writeAnswer(tx, scope, service, "save", next, question);
  });
}

function sameContent(a: AnswerRow, b: Pick<AnswerRow, "verdict" | "reason" | "evidence">): boolean {
  const pairs = (row: Pick<AnswerRow, "evidence">) =>
    JSON.stringify(row.evidence.map(({ label, url }) => [label, url]));
  return a.verdict === b.verdict && a.reason === b.reason && pairs(a) === pairs(b);
}
