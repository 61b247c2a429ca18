import "server-only";
import type { Question } from "../../contracts/scorecard";
import type { TitledQuestion } from "../../domain/checklist";

/** A question of a checklist version as the API shows it. */
export function presentQuestion(question: TitledQuestion): Question {
  return {
    key: question.key,
    area: question.area,
    title: question.title,
    text: question.text,
    meaning: question.meaning ?? 1,
    why: question.why,
    convincing: question.convincing,
    howToFix: question.howToFix,
    ability: question.ability,
    weight: question.weight,
    critical: question.critical,
    upToTier: question.upToTier,
    tags: [...question.tags],
    reviewAfterDays: question.reviewAfterDays,
    effortDays: question.effortDays,
    costs: question.costs.map(({ cost, incidentsPerYear, because }) => ({ cost, incidentsPerYear, because })),
  };
}
