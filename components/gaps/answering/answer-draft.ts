import type { Answer } from "@/lib/contracts/answers";
import { missingFromAnswer } from "@/lib/domain/answer-rules";
import type { FieldProblem } from "@/lib/domain/errors";
import { isLinkable } from "@/lib/domain/text";
import type { Verdict } from "@/lib/domain/vocabulary";

/** An answer as it is being given in a dialog. */
export interface AnswerDraft {
  verdict: Verdict | null;
  reason: string;
  evidence: readonly { label: string; url: string }[];
}

/** Where answering begins after the work is done: the links of before, and no verdict that nobody gave. */
export const startOf = (before: Pick<Answer, "evidence">): AnswerDraft => ({
  verdict: null,
  reason: "",
  evidence: before.evidence,
});

/** The answer that a draft saves; null before a verdict is chosen. Links without an address are left out. */
export function answerOf({ verdict, reason, evidence }: AnswerDraft, expectedVersion: number) {
  const links = evidence
    .map(({ label, url }) => ({ label: label.trim(), url: url.trim() }))
    .filter(({ label, url }) => label !== "" || url !== "");
  return verdict && { verdict, reason, evidence: links, expectedVersion };
}

/** What keeps a draft from being saved; empty when nothing does. */
export function answerProblems(draft: AnswerDraft, question: { critical: boolean }): FieldProblem[] {
  const answer = answerOf(draft, 0);
  if (!answer) return [{ field: "verdict", message: "Choose what is true now." }];
  const links = draft.evidence.flatMap(({ label, url }, at) =>
    (label.trim() !== "" || url.trim() !== "") && !isLinkable(url.trim())
      ? [{ field: `evidence.${at}.url`, message: "Use a whole address, such as https://example.com." }]
      : [],
  );
  return [...missingFromAnswer(answer, question), ...links];
}

/** What became of the gap, once its question is answered. */
export function outcomeText(verdict: Verdict): string {
  if (verdict === "yes") return "Answered yes: the gap is closed.";
  if (verdict === "not_applicable") return "Answered: not for us. The gap is closed.";
  return "The answer is saved. The gap stays open: its plan is done, but its answer is not yes.";
}
