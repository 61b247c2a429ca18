import "server-only";
import type { Question } from "../../contracts/scorecard";
import type { Question as Asked } from "../../domain/checklist";

/** A question of a checklist version as the API shows it. */
export function presentQuestion(question: Asked): Question {
  return {
    key: question.key,
    area: question.area,
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
