"use client";

import { personOptions } from "@/components/people/person-names";
import { LinkListField } from "@/components/ui/link-list-field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Launch } from "@/lib/contracts/launches";
import type { PersonChoice } from "@/lib/contracts/people";
import { dayAfter } from "@/lib/domain/as-of";
import { ACCEPT_DAYS } from "@/lib/domain/launch/conditions";
import { LIST_LIMITS } from "@/lib/domain/text";
import type { DisposeState } from "./use-dispose";

interface DisposeFieldsProps {
  state: Pick<DisposeState, "draft" | "needsReason" | "problems" | "set">;
  launch: Pick<Launch, "targetDate" | "people">;
  people: readonly PersonChoice[];
  today: string;
}

/** What the chosen kind of decision needs (L2); nothing until one is chosen. */
export function DisposeFields({
  state: { draft, needsReason, problems, set },
  launch,
  people,
  today,
}: DisposeFieldsProps) {
  const { kind } = draft;
  if (kind === null) return null;
  const reason = (label: string) => (
    <TextArea
      label={label}
      optional={!needsReason}
      error={problems.reason}
      value={draft.reason}
      onChange={(event) => set({ reason: event.target.value })}
    />
  );
  if (kind === "fixed") {
    const errors = Object.fromEntries(
      draft.evidence.flatMap((_, index) => {
        const message = problems[`evidence.${index}.url`];
        return message === undefined ? [] : [[index, message]];
      }),
    );
    return (
      <>
        {reason("How do we know?")}
        <LinkListField
          label="Evidence"
          hint="A test, a dashboard, a runbook. Without any the minutes say “claimed”."
          value={draft.evidence}
          onChange={(evidence) => set({ evidence })}
          errors={errors}
          max={LIST_LIMITS.evidence}
        />
      </>
    );
  }
  if (kind === "fix_before") {
    const owner = launch.people[draft.owner] ?? null;
    return (
      <div className="grid gap-3.5 sm:grid-cols-2">
        <Select
          label="Who does it"
          error={problems.owner}
          value={draft.owner}
          placeholder="Choose"
          onChange={(event) => set({ owner: event.target.value })}
          options={personOptions(people, owner)}
        />
        <TextField
          label="By"
          type="date"
          min={today}
          max={dayAfter(launch.targetDate, -1)}
          error={problems.dueOn}
          value={draft.dueOn}
          onChange={(event) => set({ dueOn: event.target.value })}
        />
      </div>
    );
  }
  if (kind === "accept") {
    return (
      <>
        {reason("Why is the risk worth taking?")}
        <TextField
          label="Until"
          type="date"
          className="sm:w-1/2"
          hint="A week after the launch at least. Another person decides on it."
          min={dayAfter(launch.targetDate, ACCEPT_DAYS)}
          error={problems.until}
          value={draft.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      </>
    );
  }
  return reason("Why is this not for us?");
}
