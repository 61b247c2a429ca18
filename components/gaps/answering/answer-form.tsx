"use client";

import { useId, useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { LinkListField } from "@/components/ui/link-list-field";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { VerdictChoice } from "@/components/verdict/verdict-choice";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { LIST_LIMITS } from "@/lib/domain/text";
import { VERDICT_TEXT, VERDICTS } from "@/lib/domain/vocabulary";
import type { AnswerDialogProps } from "./answer-dialog";
import { type AnswerDraft, answerProblems, startOf } from "./answer-draft";
import type { useAnswer } from "./use-answer";

interface AnswerFormProps extends Pick<AnswerDialogProps, "text" | "where" | "onClose"> {
  asked: AssessedQuestion;
  state: ReturnType<typeof useAnswer>;
  later: string;
}

/** Verdict, reason and evidence of one question, whose answer of before stands beside them. */
export function AnswerForm({ asked, state, text, where, later, onClose }: AnswerFormProps) {
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
        <Notice tone="warn" title="Somebody answered meanwhile. Yours is kept below, not saved.">
          What they said stands below, as the answer until now.
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
        dir="auto"
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
