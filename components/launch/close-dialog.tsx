"use client";

import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { send } from "@/lib/client/request";
import type { ClosingNew } from "@/lib/contracts/launch-requests";
import { dayAfter } from "@/lib/domain/as-of";
import { isWithoutGo } from "@/lib/domain/launch/closing";
import { GRACE_DAYS } from "@/lib/domain/launch/outcome";
import { OUTCOME_TEXT } from "@/lib/domain/launch/texts";
import type { ClosedAs } from "@/lib/domain/launch/vocabulary";
import { isBlank } from "@/lib/domain/text";
import { useLaunchFrame } from "./launch-frame";
import { instantAt, localOf } from "./local-time";
import { useLaunchSave } from "./use-launch-save";

/** Says that a launch was launched or called off (L9); without a go that takes a reason, and an admin or executive. */
export function CloseDialog({ onClose }: { onClose: () => void }) {
  const { launch, timeZone, today } = useLaunchFrame();
  const [start] = useState(() => localOf(new Date().toISOString(), timeZone));
  const [as, setAs] = useState<ClosedAs | "">("");
  const [when, setWhen] = useState(start);
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const withoutGo = as !== "" && isWithoutGo(as, launch.outcome);
  const mayLaunch = launch.outcome === "go" ? launch.can.close : launch.can.closeWithoutGo;
  const save = useLaunchSave<ClosingNew>({
    send: (body, idempotencyKey) =>
      send("POST /api/v1/launches/:launch/closing", { params: { launch: launch.id }, body, idempotencyKey }),
    said: ({ state }) =>
      state === "launched" ? `${launch.title} is launched.` : `${launch.title} is called off.`,
    onSaved: onClose,
    fields: ["as", "at", "reason"],
  });
  const lacks: Readonly<Record<string, string>> = checked
    ? {
        ...(as === "" ? { as: "Choose how it went." } : {}),
        ...(when.day === "" || when.time === "" ? { at: "Write day and time." } : {}),
        ...(withoutGo && isBlank(reason)
          ? { reason: "Say why: every page that shows the launch will say it." }
          : {}),
      }
    : {};
  const errors = { ...save.failure?.errors, ...lacks };
  return (
    <FormDialog
      keep
      title={`How did ${launch.title} go?`}
      description="This freezes the outcome and the sign-offs for good."
      submit={
        as === ""
          ? "Record it"
          : as === "called_off"
            ? "Record as called off"
            : withoutGo
              ? "Record as launched without a go"
              : "Record as launched"
      }
      busyText="Recording …"
      save={save}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true);
        if (as === "" || when.day === "" || when.time === "" || (withoutGo && isBlank(reason))) return;
        const isNow = when.day === start.day && when.time === start.time;
        save.save({
          as,
          ...(isBlank(reason) ? {} : { reason }),
          ...(isNow ? {} : { at: instantAt(when.day, when.time, timeZone) }),
        });
      }}
      className="gap-3.5 sm:grid-cols-2"
    >
      <Select
        label="It was"
        className="sm:col-span-2"
        placeholder="Choose"
        error={errors.as}
        value={as}
        onChange={(event) => setAs(event.target.value as ClosedAs)}
        options={[
          {
            value: "launched",
            label: launch.outcome === "go" ? "Launched" : "Launched, without a go",
            disabled: !mayLaunch,
          },
          { value: "called_off", label: "Called off", disabled: !launch.can.close },
        ]}
      />
      {!mayLaunch && (
        <p className="text-sm text-ink-3 sm:col-span-2">
          It is {OUTCOME_TEXT[launch.outcome].name.toLowerCase()}: only an admin or an executive records a
          launch without a go.
        </p>
      )}
      {withoutGo && (
        <div className="sm:col-span-2">
          <Notice tone="warn" title="This is launching without a go.">
            It is {OUTCOME_TEXT[launch.outcome].name.toLowerCase()} now. Every page that shows the launch will
            say so, and somebody else writes a review within five working days.
          </Notice>
        </div>
      )}
      <TextField
        label="Day"
        type="date"
        min={dayAfter(today, -GRACE_DAYS)}
        max={today}
        error={errors.at}
        value={when.day}
        onChange={(event) => setWhen((before) => ({ ...before, day: event.target.value }))}
      />
      <TextField
        label="Time"
        type="time"
        value={when.time}
        onChange={(event) => setWhen((before) => ({ ...before, time: event.target.value }))}
      />
      <TextArea
        label={as === "called_off" ? "Why was it called off?" : "Why?"}
        optional={!withoutGo}
        className="sm:col-span-2"
        error={errors.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
