import "server-only";
import type { Scope } from "../../auth/scope";
import type { Answer, Confirmations, Confirmed } from "../../contracts/answers";
import type { AnswerRow } from "../../db/assessment";
import { answersOf, lockService } from "../../db/service-lock";
import { inTransaction } from "../../db/transaction";
import type { Question } from "../../domain/checklist";
import { AppError } from "../../domain/errors";
import { demandInUse } from "./applicable-question";
import { confirmable } from "./confirmable";
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
    demandInUse(service);
    const before = (await answersOf(tx, [service.id]))(service.id);
    const refused: Refused[] = [];
    const confirmed: { question: Question; answer: AnswerRow }[] = [];
    for (const { question: key, expectedVersion } of asked) {
      try {
        confirmed.push(await confirmable(service, key, expectedVersion, before.get(key)));
      } catch (error) {
        refused.push(refusalOf(key, error));
      }
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

/** Why one of several is not confirmed; the others are. @throws whatever is no refusal */
function refusalOf(question: string, error: unknown): Refused {
  if (!(error instanceof AppError)) throw error;
  const { code, details } = error;
  if (code !== "not_found" && code !== "refused" && code !== "conflict") throw error;
  return { question, code, message: error.message, current: (details.current as Answer | undefined) ?? null };
}
