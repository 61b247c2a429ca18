"use client";

import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { personOptions } from "@/components/people/person-names";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { send } from "@/lib/client/request";
import type { ConditionShown } from "@/lib/contracts/launch-parts";
import { dayAfter } from "@/lib/domain/as-of";
import { dueOnProblem } from "@/lib/domain/launch/conditions";
import { useLaunchFrame } from "./launch-frame";
import { namesIn } from "./named-questions";
import { useLaunchSave } from "./use-launch-save";

/** Hands a condition over, or moves its day. */
export function ConditionDialog({ condition, onClose }: { condition: ConditionShown; onClose: () => void }) {
  const { launch, people, today, questions } = useLaunchFrame();
  const [owner, setOwner] = useState(condition.owner);
  const [dueOn, setDueOn] = useState(condition.dueOn);
  const names = namesIn(launch, questions);
  const isMoved = dueOn !== condition.dueOn;
  const isHanded = owner !== condition.owner;
  const save = useLaunchSave({
    send: () =>
      send("PATCH /api/v1/launches/:launch/conditions/:condition", {
        params: { launch: launch.id, condition: condition.id },
        body: { ...(isHanded ? { owner } : {}), ...(isMoved ? { dueOn } : {}) },
      }),
    said: "The condition is changed.",
    fields: ["owner", "dueOn"],
    onSaved: onClose,
  });
  const problem = isMoved
    ? dueOn === ""
      ? "Choose a day."
      : dueOnProblem(dueOn, launch.targetDate, today)?.message
    : undefined;
  const signed = launch.signOffs.some(
    ({ decision, supersededAt, outOfDate }) => decision === "go" && supersededAt === null && !outOfDate,
  );
  return (
    <FormDialog
      title={names.title(condition.question, condition.service)}
      description={`A condition of this launch, on ${names.service(condition.service)}.`}
      submit="Save"
      busyText="Saving …"
      disabled={!isMoved && !isHanded}
      save={save}
      onClose={onClose}
      onSubmit={() => problem === undefined && save.save()}
      className="gap-3.5 sm:grid-cols-2"
    >
      <Select
        label="Who does it"
        error={save.failure?.errors.owner}
        value={owner}
        onChange={(event) => setOwner(event.target.value)}
        options={personOptions(people, launch.people[condition.owner] ?? null)}
      />
      <TextField
        label="By"
        type="date"
        min={today}
        max={dayAfter(launch.targetDate, -1)}
        error={problem ?? save.failure?.errors.dueOn}
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
      {signed && dueOn > condition.dueOn && (
        <div className="sm:col-span-2">
          <Notice tone="warn" title="Whoever said go has to sign again.">
            They relied on the earlier day.
          </Notice>
        </div>
      )}
    </FormDialog>
  );
}
