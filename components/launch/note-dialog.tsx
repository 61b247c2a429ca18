"use client";

import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { TextArea } from "@/components/ui/text-area";
import { send } from "@/lib/client/request";
import { isBlank } from "@/lib/domain/text";
import { useLaunchFrame } from "./launch-frame";
import { useLaunchSave } from "./use-launch-save";

interface NoteDialogProps {
  /** What the note is about; null for the meeting as a whole. */
  about: string | null;
  onClose: () => void;
}

/** A note for the minutes. Mount it to open it. */
export function NoteDialog({ about, onClose }: NoteDialogProps) {
  const { launch } = useLaunchFrame();
  const [text, setText] = useState("");
  const [checked, setChecked] = useState(false);
  const save = useLaunchSave<string>({
    send: (typed, idempotencyKey) =>
      send("POST /api/v1/launches/:launch/notes", {
        ...{ params: { launch: launch.id }, idempotencyKey },
        body: { text: about === null ? typed : `On ‘${about}’: ${typed.trim()}` },
      }),
    said: "The note is added.",
    onSaved: onClose,
    fields: ["text"],
  });
  return (
    <FormDialog
      keep
      title="A note for the minutes"
      description={about === null ? undefined : `On “${about}”`}
      submit="Add the note"
      busyText="Saving …"
      save={save}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true);
        if (!isBlank(text)) save.save(text);
      }}
    >
      <TextArea
        label="What should the minutes say?"
        rows={3}
        error={checked && isBlank(text) ? "Write something first." : save.failure?.errors.text}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </FormDialog>
  );
}
