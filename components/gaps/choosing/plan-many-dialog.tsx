"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { useSave } from "@/components/forms/use-save";
import { usePlanFrame } from "@/components/gaps/plan-context";
import { PLAN_STATES } from "@/components/gaps/plan-draft";
import { PersonField } from "@/components/people/person-field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { toasts } from "@/components/ui/toast-store";
import { ApiProblem, messageOf, send } from "@/lib/client/request";
import type { PlannedGap } from "@/lib/contracts/gap-plans";
import { counted } from "@/lib/domain/words";
import { type ChoosableGap, changeOf, type ManyDraft, NO_CHANGE, teamsOf, undoOf } from "./chosen-gaps";

interface PlanManyDialogProps {
  gaps: readonly ChoosableGap[];
  /** @param state what all of them were set to, if it was named */
  onClose: (state: ManyDraft["state"] | null) => void;
}

const AS_IT_IS = "Leave as it is";
const NOBODY = [{ value: "nobody", label: "Nobody" }];
const REFUSED_SHOWN = 5;

/** Owner, due date and state of many gaps at once; what is not chosen stays as it is in each of them. */
export function PlanManyDialog({ gaps, onClose }: PlanManyDialogProps) {
  const { people } = usePlanFrame();
  const [teams] = useState(() => teamsOf(gaps));
  const plan = usePlanMany(onClose);
  const [draft, setDraft] = useState<ManyDraft>(NO_CHANGE);
  const [due, setDue] = useState<"" | "day" | "none">("");
  const [checked, setChecked] = useState(false);
  const set = (part: Partial<ManyDraft>) => setDraft((before) => ({ ...before, ...part }));
  const missing = due === "day" && draft.dueOn === "";
  const nothing = Object.keys(changeOf(draft)).length === 0 && !missing;

  function submit(): void {
    setChecked(true);
    if (nothing || missing) return;
    plan.save({ gaps, draft });
  }
  const refused = plan.error instanceof ApiProblem ? refusedGaps(plan.error, gaps) : [];

  return (
    <FormDialog
      title={`Plan ${counted(gaps.length, "gap")}`}
      description="Fields that you leave alone stay as they are in each gap."
      submit={draft.state === "done" ? "Save, then answer" : "Save"}
      busyText="Saving …"
      save={refused.length > 0 ? { ...plan, failure: { message: plan.problem ?? "" } } : plan}
      onClose={() => onClose(null)}
      onSubmit={submit}
      className="gap-3.5 sm:grid-cols-2"
    >
      {refused.length > 0 && (
        <ul className="-mt-1.5 grid gap-0.5 text-sm text-ink-2 sm:col-span-2">
          {refused.slice(0, REFUSED_SHOWN).map(({ gap, message }) => (
            <li key={`${gap.service}/${gap.question}`}>
              <bdi>{gap.title}</bdi>, <bdi>{gap.serviceName}</bdi>: {message}
            </li>
          ))}
        </ul>
      )}
      {checked && nothing && (
        <div className="sm:col-span-2">
          <Notice tone="problem">Choose an owner, a due date or a state first.</Notice>
        </div>
      )}
      <PersonField
        label="Owner"
        optional
        className="sm:col-span-2"
        placeholder={AS_IT_IS}
        people={people}
        teams={teams}
        now={null}
        instead={NOBODY}
        value={draft.owner}
        onChange={(owner) => set({ owner })}
      />
      <Select
        label="Due date"
        value={due}
        onChange={(event) => {
          const next = event.target.value as typeof due;
          setDue(next);
          set({ dueOn: next === "none" ? "none" : "" });
        }}
        options={[
          { value: "", label: AS_IT_IS },
          { value: "day", label: "Set to" },
          { value: "none", label: "Without a date" },
        ]}
      />
      {due === "day" ? (
        <TextField
          label="Day"
          type="date"
          error={checked && missing ? "Choose a day." : undefined}
          value={draft.dueOn}
          onChange={(event) => set({ dueOn: event.target.value })}
        />
      ) : (
        <span className="max-sm:hidden" />
      )}
      <Select
        label="State"
        className="sm:col-span-2"
        value={draft.state}
        onChange={(event) => set({ state: event.target.value as ManyDraft["state"] })}
        options={[{ value: "", label: AS_IT_IS }, ...PLAN_STATES.map(([value, label]) => ({ value, label }))]}
      />
    </FormDialog>
  );
}

/** The gaps that a refusal names by their place, and why. */
function refusedGaps({ problem }: ApiProblem, gaps: readonly ChoosableGap[]) {
  return (problem.errors ?? []).flatMap(({ field, message }) => {
    const gap = gaps[Number(/^gaps\.(\d+)/.exec(field)?.[1] ?? -1)];
    return gap ? [{ gap, message }] : [];
  });
}

/** Plans many gaps at once, and takes it back. @param onPlanned with the state that they were set to */
function usePlanMany(onPlanned: (state: ManyDraft["state"]) => void) {
  const router = useRouter();
  const undo = async (items: readonly PlannedGap[]) => {
    try {
      await send("POST /api/v1/gaps/plans", { body: undoOf(items) });
      toasts.show({ text: `${counted(items.length, "plan")} as before.` });
      router.refresh();
    } catch (error) {
      toasts.show({
        text: messageOf(error),
        tone: "problem",
        action: { label: "Try again", run: () => void undo(items) },
      });
    }
  };
  return useSave({
    send: ({ gaps, draft }: { gaps: readonly ChoosableGap[]; draft: ManyDraft }) =>
      send("POST /api/v1/gaps/plans", {
        body: { gaps: gaps.map(({ service, question }) => ({ service, question })), set: changeOf(draft) },
      }),
    onSaved: ({ items }, { draft }) => {
      toasts.show({
        text: `${counted(items.length, "gap")} planned.`,
        action: { label: "Undo", run: () => void undo(items) },
      });
      router.refresh();
      onPlanned(draft.state);
    },
  });
}
