import "server-only";
import type { Answer } from "../../contracts/answers";
import type { AnswerRow } from "../../db/assessment";
import type { LockedService } from "../../db/service-lock";
import type { Question } from "../../domain/checklist";
import { assess } from "../../domain/readiness";
import { presentAnswer } from "../../queries/scorecard/present-answer";

/** The answer that is there now, as the API shows it. */
export function currentAnswer(service: LockedService, question: Question, answer: AnswerRow | null): Answer {
  const answers = new Map(answer ? [[question.key, answer]] : []);
  const [assessed] = assess(service, [question], answers, [], service.at);
  if (!assessed) throw new RangeError(`question ${question.key} was checked to apply`);
  return presentAnswer(assessed);
}
