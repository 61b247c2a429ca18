import type { Question } from "../domain/checklist";
import { withRates } from "../domain/cost-model";
import type { ModelInForce, Models } from "./cost-model";
import { modelThen } from "./cost-model";
import type { VersionWithQuestions } from "./published-questions";

const rated = new WeakMap<ModelInForce, Map<VersionWithQuestions, readonly Question[]>>();

/** The questions of a checklist version with the rates that were in force at an instant (R2). */
export function askedAt(
  checklist: VersionWithQuestions,
  models: Pick<Models, "all">,
  at: Date,
): readonly Question[] {
  const model = modelThen(models, at);
  if (!model) return checklist.questions;
  const known = rated.get(model) ?? new Map<VersionWithQuestions, readonly Question[]>();
  rated.set(model, known);
  const questions = known.get(checklist) ?? withRates(checklist.questions, model.rates);
  known.set(checklist, questions);
  return questions;
}
