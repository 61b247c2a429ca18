"use client";

import { TextArea } from "@/components/ui/text-area";
import type { AnswerContent } from "@/lib/client/assessment/draft";
import type { FieldProblem } from "@/lib/domain/errors";
import { codePoints, TEXT_LIMITS } from "@/lib/domain/text";
import { useAssessment } from "./assessment-context";
import { REASON_LABEL } from "./words";

const NEAR = 400;

/** The id of a question's reason field, for the keyboard to go there. */
export const reasonId = (question: string): string => `${question}--reason`;

interface ReasonFieldProps {
  question: string;
  content: AnswerContent;
  problems: readonly FieldProblem[];
}

/** Why the verdict is what it is; what it asks depends on the verdict. */
export function ReasonField({ question, content, problems }: ReasonFieldProps) {
  const { store } = useAssessment();
  const { verdict, reason } = content;
  const left = TEXT_LIMITS.reason - (reason.length < TEXT_LIMITS.reason - NEAR ? 0 : codePoints(reason));
  const problem = problems.find(({ field }) => field === "reason")?.message;
  const wanted = problems.find(({ field }) => field === "evidence")?.message;
  const needed = verdict === "not_applicable" && reason === "";
  return (
    <TextArea
      id={reasonId(question)}
      label={REASON_LABEL[verdict ?? "none"]}
      hint={
        needed ? problem : (wanted ?? (left <= NEAR && left >= 0 ? `${left} characters left` : undefined))
      }
      error={needed ? undefined : problem}
      required={verdict === "not_applicable"}
      aria-keyshortcuts="r"
      dir="auto"
      value={reason}
      onChange={(event) => store.edit(question, { reason: event.target.value }, "soon")}
      onBlur={() => store.flush(question)}
    />
  );
}
