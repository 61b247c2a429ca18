"use client";

import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { send } from "@/lib/client/request";
import type { SignRole } from "@/lib/domain/launch/vocabulary";
import { isBlank } from "@/lib/domain/text";
import { capital } from "@/lib/domain/words";
import { useLaunchFrame } from "./launch-frame";
import { roleWord } from "./launch-words";
import { useLaunchSave } from "./use-launch-save";

/** Takes a role off that grew by mistake (L1): for admins, with a reason that the minutes show. */
export function TakeOffDialog({ role, onClose }: { role: SignRole; onClose: () => void }) {
  const { launch } = useLaunchFrame();
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const save = useLaunchSave({
    send: () =>
      send("PATCH /api/v1/launches/:launch", {
        params: { launch: launch.id },
        body: { takeOff: [role], reason, expectedVersion: launch.version },
      }),
    said: `${capital(roleWord(role))} no longer needs to sign.`,
    fields: ["reason"],
    onSaved: onClose,
  });
  return (
    <FormDialog
      title={`Take ${roleWord(role)} off this launch?`}
      description="For a role added by a tier that no service of the launch has now. It need not sign until a tier requires it again."
      submit="Take it off"
      busyText="Taking it off …"
      save={save}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true);
        if (!isBlank(reason)) save.save();
      }}
    >
      <TextArea
        label="Why?"
        error={checked && isBlank(reason) ? "Say why: the minutes show it." : save.failure?.errors.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
