"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { send } from "@/lib/client/request";
import { isBlank } from "@/lib/domain/text";
import { useLaunchFrame } from "./launch-frame";
import { useLaunchSave } from "./use-launch-save";

const WORDS = {
  note: { label: "A note", submit: "Add the note", said: "The note is added.", rows: 2 },
  review: { label: "The review", submit: "File the review", said: "The review is filed.", rows: 6 },
} as const;

/** Writes a note for the minutes, or the review of a launch that had no go (L9). */
export function AddText({ what }: { what: keyof typeof WORDS }) {
  const { launch } = useLaunchFrame();
  const [text, setText] = useState("");
  const [checked, setChecked] = useState(false);
  const { label, submit, said, rows } = WORDS[what];
  const save = useLaunchSave<string>({
    send: (typed, idempotencyKey) => {
      const request = { params: { launch: launch.id }, body: { text: typed }, idempotencyKey };
      return what === "note"
        ? send("POST /api/v1/launches/:launch/notes", request)
        : send("POST /api/v1/launches/:launch/review", request);
    },
    said,
    fields: ["text"],
    onSaved: () => {
      setText("");
      setChecked(false);
    },
  });
  return (
    <Form
      save={save}
      className="mb-2 grid gap-2 print:hidden"
      onSubmit={() => {
        setChecked(true);
        if (!isBlank(text)) save.save(text);
      }}
    >
      <TextArea
        label={label}
        hideLabel={what === "note"}
        placeholder={
          what === "note" ? "What should the minutes say?" : "What happened, and what we do differently."
        }
        rows={rows}
        dir="auto"
        error={checked && isBlank(text) ? "Write something first." : save.failure?.errors.text}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" busy={save.busy} busyText="Saving …" className="justify-self-start">
        {submit}
      </Button>
    </Form>
  );
}
