"use client";

import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { formFailure } from "@/components/forms/form-failure";
import { PersonField } from "@/components/people/person-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { toasts } from "@/components/ui/toast-store";
import { ApiProblem } from "@/lib/client/request";
import { CurrentAnswer } from "./current-answer";
import type { GapLine } from "./gap-line";
import type { PlanFrame } from "./plan-context";
import { differences, draftOf, draftProblems, PLAN_STATES, type PlanDraft } from "./plan-draft";
import type { PlanState } from "./use-plan";

interface PlanDialogProps {
  state: PlanState;
  frame: PlanFrame;
  /** What it closes. */
  gap: GapLine;
  /** What was typed elsewhere and could not be saved; otherwise the plan as it is. */
  typed?: PlanDraft | undefined;
  onClose: () => void;
  /** After its work was said to be done. */
  onDone: () => void;
  /** What can be asked in place of a fix: that the risk be accepted, or for longer; null for nothing. */
  waiver: "ask" | "extend" | null;
  /** Asks for it. */
  onAsk: () => void;
}

/** Plans the fix of one gap. Mount it to open it: what is typed lives as long as it is open. */
export function PlanDialog(props: PlanDialogProps) {
  const { state, frame, gap, typed, onClose, onDone, waiver, onAsk } = props;
  const { plan, save, conflict } = state;
  const [draft, setDraft] = useState<PlanDraft>(typed ?? draftOf(plan));
  const [checked, setChecked] = useState(false);
  const [teams] = useState([gap.team]);
  const set = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }));
  const fields: Readonly<Record<string, string>> = {
    ...(save.error instanceof ApiProblem ? save.error.byField : {}),
    ...(checked ? draftProblems(draft) : {}),
  };

  function close(): void {
    if (conflict) state.accept();
    save.reset();
    onClose();
  }
  function submit(): void {
    setChecked(true);
    if (Object.keys(draftProblems(draft)).length > 0) return;
    save.mutate(draft, {
      onSuccess: () => {
        onClose();
        if (draft.state === "done") onDone();
        else toasts.show({ text: "The plan is saved." });
      },
    });
  }

  return (
    <FormDialog
      title="Plan the fix"
      description={<PlannedFor gap={gap} />}
      submit={conflict ? "Save mine over it" : draft.state === "done" ? "Save, then answer" : "Save the plan"}
      busyText="Saving …"
      save={{
        busy: save.isPending,
        failure: conflict || save.error === null ? null : formFailure(save.error),
      }}
      onClose={close}
      onSubmit={submit}
      className="gap-3.5 sm:grid-cols-2"
    >
      {conflict && (
        <div className="sm:col-span-2">
          <Notice
            tone="warn"
            title="Somebody else changed this plan while you were editing. Yours is kept below, not saved."
            action={
              <Button
                onClick={() => {
                  setDraft(draftOf(conflict.plan));
                  state.accept();
                }}
              >
                Take theirs
              </Button>
            }
          >
            {differences(draft, conflict.plan).map(({ field, there }) => (
              <div key={field} className="[overflow-wrap:anywhere]">
                {field} is now <b>{there}</b>
              </div>
            ))}
          </Notice>
        </div>
      )}
      <CurrentAnswer gap={gap} timeZone={frame.timeZone} className="sm:col-span-2" />
      <PersonField
        label="Owner"
        optional
        error={fields.owner}
        placeholder="Nobody"
        people={frame.people}
        teams={teams}
        now={plan?.owner ?? null}
        value={draft.owner}
        onChange={(owner) => set({ owner })}
      />
      <TextField
        label="Due"
        optional
        type="date"
        error={fields.dueOn}
        value={draft.dueOn}
        onChange={(event) => set({ dueOn: event.target.value })}
      />
      <TextField
        label="Effort"
        optional
        inputMode="decimal"
        unit="days"
        placeholder={`usually ${gap.usualDays}`}
        error={fields.effortDays}
        value={draft.effortDays}
        onChange={(event) => set({ effortDays: event.target.value })}
      />
      <Select
        label="State"
        value={draft.state}
        onChange={(event) => set({ state: event.target.value as PlanDraft["state"] })}
        options={PLAN_STATES.map(([value, label]) => ({ value, label }))}
      />
      <TextField
        label="Ticket"
        optional
        type="url"
        placeholder="https://"
        className="sm:col-span-2"
        error={fields.ticket}
        value={draft.ticket}
        onChange={(event) => set({ ticket: event.target.value })}
      />
      <TextArea
        label="Note"
        optional
        className="sm:col-span-2"
        error={fields.note}
        value={draft.note}
        onChange={(event) => set({ note: event.target.value })}
      />
      {waiver !== null && (
        <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-t border-line pt-3 text-ink-2 sm:col-span-2">
          {waiver === "ask" ? "It cannot be fixed in time?" : "This risk is accepted for now."}
          <Button onClick={onAsk}>{waiver === "ask" ? "Ask for a waiver" : "Ask for longer"}</Button>
        </p>
      )}
    </FormDialog>
  );
}

/** Which gap a plan is about, where it is, and what it is expected to cost. */
function PlannedFor({ gap }: { gap: GapLine }) {
  return (
    <>
      <b className="block font-strong text-ink">
        <bdi>{gap.title}</bdi>
      </b>
      {gap.text !== gap.title && <bdi className="block">{gap.text}</bdi>}
      <span className="block text-sm text-ink-3">
        <bdi>{gap.serviceName}</bdi>, tier {gap.tier} · {worthWords(gap)}
      </span>
    </>
  );
}

const worthWords = ({ loss, incidents }: Pick<GapLine, "loss" | "incidents">): string =>
  loss === null
    ? `expected to cause ${incidents.text} incidents a year`
    : `expected to cost ${loss.text} a year, in ${incidents.text} incidents`;
