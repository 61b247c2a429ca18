"use client";

import { TextArea } from "@/components/ui/text-area";
import type { AnswerContent } from "@/lib/client/assessment/draft";
import { missingFromAnswer } from "@/lib/domain/answer-rules";
import type { FieldProblem } from "@/lib/domain/errors";
import { codePoints, TEXT_LIMITS } from "@/lib/domain/text";
import { useAssessment } from "./assessment-context";
import { REASON_LABEL } from "./words";

const NEAR = 400;

/** The id of a question's reason field, for the keyboard to go there. */
export const reasonId = (question: string): string => `${question}--reason`;

interface ReasonFieldProps {
  question: string;
  critical: boolean;
  content: AnswerContent;
  problems: readonly FieldProblem[];
}

/** Why the verdict is what it is; what it asks depends on the verdict. */
export function ReasonField({ question, critical, content, problems }: ReasonFieldProps) {
  const { store } = useAssessment();
  const { verdict, reason } = content;
  const left = TEXT_LIMITS.reason - (reason.length < TEXT_LIMITS.reason - NEAR ? 0 : codePoints(reason));
  // What the verdict asks for stays while it is typed, so that the field does not move under the hand.
  const asks = verdict && missingFromAnswer({ verdict, reason: "", evidence: [] }, { critical })[0]?.message;
  const problem = problems.find(({ field }) => field === "reason")?.message;
  return (
    <TextArea
      id={reasonId(question)}
      label={REASON_LABEL[verdict ?? "none"]}
      hint={asks ?? (left <= NEAR && left >= 0 ? `${left} characters left` : undefined)}
      error={problem === asks ? undefined : problem}
      required={verdict === "not_applicable"}
      aria-keyshortcuts="r"
      value={reason}
      onChange={(event) => store.edit(question, { reason: event.target.value }, "soon")}
      onBlur={() => store.flush(question)}
    />
  );
}
