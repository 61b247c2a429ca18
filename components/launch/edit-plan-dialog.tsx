"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { FasterNotice, ThereNow } from "@/components/forms/there-now";
import { useVersionedForm } from "@/components/forms/use-edit";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import type { Launch } from "@/lib/contracts/launches";
import { isBlank } from "@/lib/domain/text";
import { listed } from "@/lib/domain/words";
import { useLaunchFrame } from "./launch-frame";
import { roleWord } from "./launch-words";
import {
  bodyOfPlan,
  draftOfPlan,
  needsSigningAgain,
  type PlanDraft,
  planErrors,
  planProblems,
} from "./plan-draft";
import { FirstPlanFields, MorePlanFields } from "./plan-fields";
import { roleLines } from "./role-state";

/** The fields that are one choice or a line of text: what somebody else wrote there can be taken at a press. */
const TEXTS: readonly (keyof PlanDraft)[] = [
  ...(["title", "targetDate", "meetingDay", "meetingTime", "what", "worth"] as const),
  ...(["delayCostPerWeek", "undoHow", "undoWho", "onCall"] as const),
];

/** Changes the plan, with the reason (L1). When somebody else was faster, both are brought together, and neither is lost. */
export function EditPlanDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const { launch, people, timeZone } = useLaunchFrame();
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const edit = useVersionedForm<Launch, PlanDraft>({
    start: launch,
    valuesOf: (now) => draftOfPlan(now, timeZone),
    send: (typed, there) =>
      send("PATCH /api/v1/launches/:launch", {
        params: { launch: launch.id },
        body: {
          ...bodyOfPlan(draftOfPlan(there, timeZone), typed, timeZone),
          ...(isBlank(reason) ? {} : { reason }),
          expectedVersion: there.version,
        },
      }),
    onSaved: () => {
      toasts.show({ text: "The plan is changed." });
      router.refresh();
      onClose();
    },
  });
  const { values: draft, base, set, saving, faster, contested, there } = edit;
  const again = needsSigningAgain(base, draft)
    ? roleLines(there).filter(({ standing }) => standing === "go" || standing === "overruled")
    : [];
  const lacks = {
    ...planProblems(draft),
    ...(again.length > 0 && isBlank(reason) ? { reason: "Say why: others relied on it." } : {}),
  };
  const errors: Readonly<Record<string, string>> = {
    ...planErrors(saving.failure?.errors ?? {}),
    ...(checked ? lacks : {}),
  };
  const person = (id: string) => there.people[id] ?? null;
  const known = there.serviceStates.map(({ service, name, teamName, tier }) => ({
    slug: service,
    name,
    teamName,
    tier,
  }));
  const under = (field: keyof PlanDraft) => {
    const theirs = contested[field];
    if (theirs === undefined) return null;
    const text = TEXTS.includes(field)
      ? String(theirs)
      : field === "facilitator"
        ? (person(String(theirs))?.name ?? "somebody else")
        : there.serviceStates.map(({ name }) => name).join(", ");
    return <ThereNow value={text} onTake={() => set({ [field]: theirs })} />;
  };
  return (
    <FormDialog
      keep
      size="large"
      title="Edit the plan"
      submit={faster ? "Save with both" : "Save"}
      busyText="Saving …"
      disabled={edit.changed.length === 0}
      save={saving}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true);
        if (Object.keys(lacks).length === 0) edit.submit();
      }}
      className="grid-cols-[minmax(0,1fr)] gap-3.5 sm:grid-cols-2"
    >
      {faster !== null && (
        <div className="sm:col-span-2">
          <FasterNotice what="the plan" compare={Object.keys(contested).length > 0} />
        </div>
      )}
      <FirstPlanFields
        {...{ draft, set, errors, people, under, known }}
        facilitator={person(base.facilitator)}
      />
      <MorePlanFields {...{ draft, set, errors, people, under }} currency={there.trade.currency} />
      {again.length > 0 && (
        <div className="sm:col-span-2">
          <Notice
            tone="warn"
            title={`${listed(again.map(({ role }) => roleWord(role)))} ${again.length === 1 ? "has" : "have"} to sign again after this change.`}
          >
            They said go to a different plan.
          </Notice>
        </div>
      )}
      <TextArea
        label="Why is it changed?"
        optional={again.length === 0}
        className="sm:col-span-2"
        error={errors.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
