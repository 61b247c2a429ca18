import "server-only";
import type { ServiceRow } from "../../db/assessment";
import { checklistVersion } from "../../db/published-questions";
import { applies } from "../../domain/applies";
import type { Question } from "../../domain/checklist";
import { AppError } from "../../domain/errors";

/** @throws AppError refused for a service that is retired */
export function demandInUse({ lifecycle }: Pick<ServiceRow, "lifecycle">): void {
  if (lifecycle !== "retired") return;
  const message = "This service is retired: its answers are kept as they are. Change its lifecycle first.";
  throw new AppError("refused", { message });
}

/**
 * The question of a service's checklist by its key.
 * @throws AppError not_found when the checklist does not have it; refused when it does not apply (S1), and for a
 *   service that is retired
 */
export async function applicableQuestion(service: ServiceRow, key: string): Promise<Question> {
  demandInUse(service);
  const { questions } = await checklistVersion(service.checklistVersionId);
  const question = questions.find((each) => each.key === key);
  if (!question)
    throw new AppError("not_found", { message: `The checklist has no question "${key.slice(0, 80)}".` });
  if (!applies(question, service)) {
    const message = "This question no longer applies to the service: its tier or tags changed.";
    throw new AppError("refused", { message });
  }
  return question;
}
