"use client";

import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { PasswordField } from "@/components/forms/password-field";
import { TextArea } from "@/components/ui/text-area";
import { send } from "@/lib/client/request";
import type { SignOffShown } from "@/lib/contracts/launch-parts";
import { isBlank } from "@/lib/domain/text";
import { useLaunchFrame } from "./launch-frame";
import { roleWord } from "./launch-words";
import { personIn } from "./named-questions";
import { useLaunchSave } from "./use-launch-save";

/** Says that a no-go does not hold (L6): one executive, with a reason that stands in the minutes, and their password. */
export function OverruleDialog({ signOff, onClose }: { signOff: SignOffShown; onClose: () => void }) {
  const { launch } = useLaunchFrame();
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const save = useLaunchSave<{ reason: string; password: string }>({
    send: (body) =>
      send("POST /api/v1/launches/:launch/sign-offs/:signOff/overruling", {
        params: { launch: launch.id, signOff: signOff.id },
        body,
      }),
    said: `The no-go of ${roleWord(signOff.role)} is overruled.`,
    onSaved: onClose,
    fields: ["reason", "password"],
  });
  const lacks = checked && isBlank(reason) ? "Say why: the first line of the minutes shows it." : undefined;
  return (
    <FormDialog
      keep
      title={`Overrule the no-go of ${roleWord(signOff.role)}?`}
      description="The role counts as signed while this holds. The objection stays in the first line of this page and of the minutes, with your name."
      submit="Overrule it"
      busyText="Overruling …"
      save={save}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true);
        const password = new FormData(save.form.current ?? undefined).get("password");
        if (!isBlank(reason)) save.save({ reason, password: String(password ?? "") });
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
      className="gap-3.5"
    >
      <blockquote className="border-l-2 border-line-strong pl-3 text-ink-2 [overflow-wrap:anywhere]">
        “<bdi>{signOff.comment}</bdi>”
        <p className="text-sm text-ink-3">
          <bdi>{personIn(launch.people, signOff.person)}</bdi>
        </p>
      </blockquote>
      <TextArea
        label="Why does it not hold?"
        error={lacks ?? save.failure?.errors.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <PasswordField
        label="Your password"
        autoComplete="current-password"
        error={save.failure?.errors.password}
      />
    </FormDialog>
  );
}
