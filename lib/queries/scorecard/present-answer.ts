import "server-only";
import type { Answer } from "../../contracts/answers";
import type { AnswerRow } from "../../db/assessment";
import type { Question } from "../../domain/checklist";
import { type Origin, shownOrigin } from "../../domain/origin";
import type { AssessedQuestion } from "../../domain/readiness";

/** An assessed question's answer as the API shows it; version 0 and unanswered before the first. */
export function presentAnswer(assessed: AssessedQuestion<Question, AnswerRow>): Answer {
  const { answer } = assessed;
  return {
    question: assessed.question.key,
    verdict: assessed.given,
    effectiveVerdict: assessed.verdict,
    stale: assessed.stale,
    questionChanged: assessed.changed,
    reason: answer?.reason ?? "",
    evidence: answer?.evidence ?? [],
    version: answer?.version ?? 0,
    savedAt: answer?.savedAt.toISOString() ?? null,
    savedBy: answer ? { id: answer.savedById, name: answer.savedByName } : null,
    source: answer?.source ?? null,
    origin: answer ? shownOrigin(originOf(answer)) : null,
    staleAt: assessed.staleAt?.toISOString() ?? null,
  };
}

function originOf({ importedById, importedByName, ...answer }: AnswerRow): Origin {
  const importedBy = importedById === null ? null : { id: importedById, name: importedByName ?? "" };
  return { ...answer, importedBy };
}
