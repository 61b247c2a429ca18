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
  return (
    <fieldset className="grid min-w-0 content-start gap-3.25 @container">
      <legend className="sr-only">
        {state.kind === "conflict" ? "Your answer, not saved yet" : "Answer"}
      </legend>
      <VerdictRadios question={question.key} verdict={content.verdict} labelledBy={headingId(question.key)} />
      <ReasonField question={question.key} content={content} problems={problems} />
      <EvidenceField question={question.key} links={content.evidence} problems={problems} />
    </fieldset>
  );
}
