import "server-only";
import type { Scope } from "../../auth/scope";
import type { Answer, Confirmation } from "../../contracts/answers";
import { lockService } from "../../db/service-lock";
import { inTransaction } from "../../db/transaction";
import { confirmable } from "./confirmable";
import { writeAnswer } from "./write-answer";

/**
 * Says that an answer still holds: same content, a new entry, its age starts anew (S5, H1).
 * @throws AppError as confirmable does
 */
export async function confirmAnswer(
  scope: Scope<"answer:save">,
  key: string,
  { expectedVersion }: Confirmation,
  now: Date,
): Promise<Answer> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, scope, now, { question: key });
    const { question, answer } = await confirmable(service, key, expectedVersion, service.answer);
    return writeAnswer(tx, scope, service, "confirm", answer, question);
  });
}
