"use client";

import type { AnswerContent } from "@/lib/client/assessment/draft";
import type { Local } from "@/lib/client/assessment/local";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { EvidenceField } from "./evidence-field";
import { ReasonField } from "./reason-field";
import { headingId } from "./use-current-question";
import { VerdictRadios } from "./verdict-radios";

interface AnswerFormProps {
  question: AssessedQuestion;
  /** What the fields show: the draft, or the answer. */
  content: AnswerContent;
  local: Local;
}

/** Verdict, reason and evidence of one answer. Stays in place in a conflict, so that nothing typed loses its focus. */
export function AnswerForm({ question, content, local }: AnswerFormProps) {
  const { state } = local;
  const problems = state.kind === "incomplete" ? state.problems : [];
  const isConflict = state.kind === "conflict";
  return (
    <section
      aria-label={isConflict ? "Your answer" : "Answer"}
      className="@container grid min-w-0 content-start gap-3.25"
    >
      {isConflict && <h4 className="font-strong">Yours, not saved yet</h4>}
      <VerdictRadios question={question.key} verdict={content.verdict} labelledBy={headingId(question.key)} />
      <ReasonField question={question.key} content={content} problems={problems} />
      <EvidenceField question={question.key} links={content.evidence} problems={problems} />
    </section>
  );
}
