import type { Question } from "../domain/checklist";

/** A question for table tests: unimportant, applying to everybody, unless told otherwise. */
export function aQuestion(some: Partial<Question> = {}): Question {
  return {
    key: "some-question",
    area: "concurrency",
    text: "Something holds.",
    why: "It matters.",
    convincing: "A test.",
    howToFix: "Do it.",
    ability: "many_users",
    weight: 1,
    critical: false,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 90,
    effortDays: 1,
    costs: [],
    ...some,
  };
}
