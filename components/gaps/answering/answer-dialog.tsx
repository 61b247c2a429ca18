"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { FormDialog } from "@/components/forms/form-dialog";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LinkListField } from "@/components/ui/link-list-field";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { toasts } from "@/components/ui/toast-store";
import { VerdictChoice } from "@/components/verdict/verdict-choice";
import { messageOf, send } from "@/lib/client/request";
import type { Answer } from "@/lib/contracts/answers";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { LIST_LIMITS } from "@/lib/domain/text";
import { VERDICT_TEXT, VERDICTS, type Verdict } from "@/lib/domain/vocabulary";
import { type AnswerDraft, answerOf, answerProblems, outcomeText, startOf } from "./answer-draft";

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
        <Notice tone="info" title="This question no longer applies to the service.">
          Nothing is left to answer.
        </Notice>
      ) : (
        <p role="status" className="py-6 text-ink-3">
          Loading the current answer …
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

interface AnswerFormProps extends Pick<AnswerDialogProps, "text" | "where" | "onClose"> {
  asked: AssessedQuestion;
  state: ReturnType<typeof useAnswer>;
  later: string;
}

/** Verdict, reason and evidence of one question, whose answer of before stands beside them. */
function AnswerForm({ asked, state, text, where, later, onClose }: AnswerFormProps) {
  const { saving, theirs } = state;
  const id = useId();
  const [draft, setDraft] = useState<AnswerDraft>(() => startOf(asked));
  const [checked, setChecked] = useState(false);
  const set = (part: Partial<AnswerDraft>) => setDraft((before) => ({ ...before, ...part }));
  const problems = checked ? answerProblems(draft, asked) : [];
  const problem = (field: string) => problems.find((each) => each.field === field)?.message;
  const linkErrors = Object.fromEntries(
    problems.flatMap(({ field, message }) => {
      const at = /^evidence\.(\d+)\./.exec(field)?.[1];
      return at === undefined ? [] : [[Number(at), message]];
    }),
  );
  const before = theirs ?? asked;

  function submit(): void {
    setChecked(true);
    if (answerProblems(draft, asked).length === 0) saving.save(draft);
  }

  return (
    <FormDialog
      keep
      size="large"
      title="The work is done. What is true now?"
      description={
        <>
          <span id={`${id}-text`}>{text}</span>
          {where !== undefined && (
            <span className="block text-sm text-ink-3">
              <bdi>{where}</bdi>
            </span>
          )}
        </>
      }
      submit={theirs ? "Save mine over it" : "Save the answer"}
      busyText="Saving …"
      cancel={later}
      save={theirs ? { ...saving, failure: null } : saving}
      onClose={() => onClose(false)}
      onSubmit={submit}
      className="@container gap-3.5"
      onKeyDown={(event) => {
        const field = event.target;
        const typing =
          field instanceof HTMLTextAreaElement ||
          (field instanceof HTMLInputElement && field.type !== "radio");
        const verdict = VERDICTS[Number(event.key) - 1];
        if (!typing && verdict && !event.ctrlKey && !event.metaKey && !event.altKey) set({ verdict });
      }}
    >
      {theirs && (
        <Notice
          tone="warn"
          title="Somebody else answered while you were typing. Yours is kept below, not saved."
        >
          Their answer is shown below.
        </Notice>
      )}
      <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">
        Until now: <b>{VERDICT_TEXT[before.verdict].name.toLowerCase()}</b>
        {before.savedBy !== null && (
          <>
            , said <bdi>{before.savedBy.name}</bdi>
          </>
        )}
        {before.reason.trim() === "" ? (
          "."
        ) : (
          <>
            : “<bdi className="whitespace-pre-line">{before.reason}</bdi>”
          </>
        )}
      </p>
      <div>
        <VerdictChoice
          question={`${id}-answer`}
          verdict={draft.verdict}
          labelledBy={`${id}-text`}
          describedBy={problem("verdict") ? `${id}-verdict` : undefined}
          onChoose={(verdict) => set({ verdict })}
        />
        {problem("verdict") && (
          <p id={`${id}-verdict`} role="alert" className="mt-1.5 text-sm text-no">
            {problem("verdict")}
          </p>
        )}
      </div>
      <TextArea
        label={draft.verdict === "yes" || draft.verdict === null ? "How do we know?" : "What is missing?"}
        optional={draft.verdict !== "not_applicable"}
        error={problem("reason") ?? problem("evidence")}
        value={draft.reason}
        onChange={(event) => set({ reason: event.target.value })}
      />
      <LinkListField
        label="Evidence"
        hint="A test, a dashboard, a runbook: what would convince somebody who was not there."
        value={draft.evidence}
        onChange={(evidence) => set({ evidence })}
        errors={linkErrors}
        max={LIST_LIMITS.evidence}
      />
    </FormDialog>
  );
}

/** The current answer of one question, and how to replace it. What somebody else answered meanwhile is `theirs`. */
function useAnswer(service: string, question: string, onAnswered: (verdict: Verdict) => void) {
  const router = useRouter();
  const client = useQueryClient();
  const [theirs, setTheirs] = useState<Answer | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ["scorecard", service, "answering"],
    queryFn: ({ signal }) => send("GET /api/v1/services/:service/scorecard", { params: { service }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
  const asked = data?.questions.find((each) => each.key === question);
  const saving = useSave<AnswerDraft, Answer, Answer>({
    send: (draft) => {
      const body = answerOf(draft, theirs?.version ?? asked?.version ?? 0);
      if (!body) throw new RangeError("an answer without a verdict");
      return send("PUT /api/v1/services/:service/answers/:question", { params: { service, question }, body });
    },
    onSaved: ({ verdict }) => {
      setTheirs(null);
      void client.invalidateQueries({ queryKey: ["scorecard", service] });
      router.refresh();
      if (verdict !== "unanswered") onAnswered(verdict);
    },
    onConflict: setTheirs,
  });
  return { asked, missing: data !== undefined && asked === undefined, error, refetch, saving, theirs };
}
