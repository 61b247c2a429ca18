import "server-only";
import type { Scope } from "../../auth/scope";
import type { Confirmations, Confirmed } from "../../contracts/answers";
import type { AnswerRow } from "../../db/assessment";
import { answersOf, type LockedWithAnswers, lockService } from "../../db/service-lock";
import { inTransaction } from "../../db/transaction";
import { missingFromAnswer } from "../../domain/answer-rules";
import type { Question } from "../../domain/checklist";
import { AppError } from "../../domain/errors";
import { applicableQuestion } from "./applicable-question";
import { currentAnswer } from "./current-answer";
import { type AnswerWrite, writeAnswers } from "./write-answers";

type Refused = Confirmed["refused"][number];

/**
 * Says of several answers of a service that they still hold: same content, an entry each, their age starts anew (S5, H1).
 * All of it in one transaction; an answer that was changed meanwhile, or cannot be confirmed, is left as it is and told.
 * @throws AppError gone; refused for a service that is retired
 */
export async function confirmAnswers(
  scope: Scope<"answer:save">,
  { answers: asked }: Confirmations,
  now: Date,
): Promise<Confirmed> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, scope, now);
    const before = (await answersOf(tx, [service.id]))(service.id);
    const refused: Refused[] = [];
    const confirmed: { question: Question; answer: AnswerRow }[] = [];
    for (const { question: key, expectedVersion } of asked) {
      const found = await confirmable(service, key, expectedVersion, before.get(key));
      if ("code" in found) refused.push(found);
      else confirmed.push(found);
    }
    if (confirmed.length === 0) return { confirmed: [], refused };
    const { person, token } = scope.viewer;
    const writes = confirmed.map(
      ({ answer: { questionKey, verdict, reason, evidence } }): AnswerWrite => ({
        ...{ questionKey, verdict, reason, evidence },
        serviceId: service.id,
        kind: "confirm",
        personId: person.id,
        ...(token ? { byToken: token.name } : {}),
      }),
    );
    await writeAnswers(tx, scope, writes, new Map([[service.id, service]]));
    const after = (await answersOf(tx, [service.id]))(service.id);
    return {
      confirmed: confirmed.map(({ question }) =>
        currentAnswer(service, question, after.get(question.key) ?? null),
      ),
      refused,
    };
  });
}

/** What is to be confirmed of a question, or why nothing is. @throws AppError refused for a service that is retired */
async function confirmable(
  service: LockedWithAnswers,
  key: string,
  expectedVersion: number,
  answer: AnswerRow | undefined,
): Promise<{ question: Question; answer: AnswerRow } | Refused> {
  const no = (code: Refused["code"], message: string): Refused => ({
    ...{ question: key, code, message },
    current: null,
  });
  let question: Question;
  try {
    question = await applicableQuestion(service, key);
  } catch (error) {
    if (!(error instanceof AppError) || service.lifecycle === "retired") throw error;
    return no(error.code === "not_found" ? "not_found" : "refused", error.message);
  }
  if (!answer) return no("refused", "There is no answer to confirm yet.");
  if (answer.version !== expectedVersion) {
    const current = currentAnswer(service, question, answer);
    return { ...no("conflict", "This answer was changed meanwhile: look at it first."), current };
  }
  const [missing] = missingFromAnswer(answer, question);
  return missing ? no("refused", missing.message) : { question, answer };
}
