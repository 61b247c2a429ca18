"use client";

import { FailureNotice } from "@/components/forms/failure-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toasts } from "@/components/ui/toast-store";
import { messageOf } from "@/lib/client/request";
import { outcomeText } from "./answer-draft";
import { AnswerForm } from "./answer-form";
import { useAnswer } from "./use-answer";

export interface AnswerDialogProps {
  /** Short name of the service. */
  service: string;
  question: string;
  text: string;
  /** Where it is, where that is not plain: the name of the service, "2 of 5". */
  where?: string | undefined;
  /** How to leave without an answer. */
  later?: string | undefined;
  onClose: (answered: boolean) => void;
}

/** What is true now, asked when the work on a gap is said to be done: a gap goes by its answer, never by its plan. */
export function AnswerDialog({
  service,
  question,
  text,
  where,
  later = "Later",
  onClose,
}: AnswerDialogProps) {
  const state = useAnswer(service, question, (verdict) => {
    toasts.show({ text: outcomeText(verdict) });
    onClose(true);
  });
  const { asked, missing, error, refetch } = state;
  if (asked) return <AnswerForm {...{ asked, state, text, where, later, onClose }} />;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose(false)}
      title="The work is done. What is true now?"
      description={text}
      footer={<Button onClick={() => onClose(false)}>{later}</Button>}
    >
      {error ? (
        <FailureNotice failure={{ message: messageOf(error) }} />
      ) : missing ? (
        <Notice tone="info" title="This question does not apply to the service any more.">
          Nothing is left to answer.
        </Notice>
      ) : (
        <p role="status" className="py-6 text-ink-3">
          Reading the answer of today …
        </p>
      )}
      {error && (
        <Button className="mt-3" onClick={() => void refetch()}>
          Try again
        </Button>
      )}
    </Dialog>
  );
}
