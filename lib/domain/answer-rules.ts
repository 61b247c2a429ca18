import type { FieldProblem } from "./errors";
import { isBlank } from "./text";
import type { Verdict } from "./vocabulary";

/**
 * What an answer must carry: "not applicable" a reason; a critical "yes" evidence or a reason.
 * @returns one problem per field that is missing; empty when the answer can be saved
 */
export function missingFromAnswer(
  answer: { verdict: Verdict; reason: string; evidence: readonly unknown[] },
  question: { critical: boolean },
): FieldProblem[] {
  if (answer.verdict === "not_applicable" && isBlank(answer.reason)) {
    return [{ field: "reason", message: "Say why this is not for us: the reason stays visible." }];
  }
  if (
    answer.verdict === "yes" &&
    question.critical &&
    isBlank(answer.reason) &&
    answer.evidence.length === 0
  ) {
    return [{ field: "evidence", message: "A critical question needs evidence, or a reason, for a yes." }];
  }
  return [];
}
