"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { send } from "@/lib/client/request";
import { isBlank } from "@/lib/domain/text";
import { useLaunchSave } from "./use-launch-save";

interface TextWords {
  label: string;
  submit: string;
  said: string;
  rows: number;
  placeholder?: string;
  hint?: string;
}

const WORDS: Record<"note" | "review" | "correction", TextWords> = {
  note: {
    ...{ label: "A note", submit: "Add the note", said: "The note is added.", rows: 2 },
    placeholder: "What should the minutes say?",
  },
  review: {
    ...{ label: "The review", submit: "File the review", said: "The review is filed.", rows: 6 },
    placeholder: "What happened, and what we do differently.",
  },
  correction: {
    ...{ label: "Correct the minutes", submit: "Append", said: "The correction is appended.", rows: 2 },
    hint: "It is added with your name; the minutes above do not change.",
  },
};

interface AddTextProps {
  /** Id of the launch. */
  launch: string;
  what: keyof typeof WORDS;
}

/** Writes a note for the minutes, the review of a launch that had no go, or a correction: what the minutes say stays (L9). */
export function AddText({ launch, what }: AddTextProps) {
  const [text, setText] = useState("");
  const [checked, setChecked] = useState(false);
  const { label, submit, said, rows, placeholder, hint } = WORDS[what];
  const save = useLaunchSave<string>({
    send: (typed, idempotencyKey) => {
      const request = { params: { launch }, body: { text: typed }, idempotencyKey };
      if (what === "note") return send("POST /api/v1/launches/:launch/notes", request);
      return what === "review"
        ? send("POST /api/v1/launches/:launch/review", request)
        : send("POST /api/v1/launches/:launch/minutes/corrections", request);
    },
    said,
    fields: ["text"],
    onSaved: (_, typed) => {
      // What was typed since then is another one.
      setText((now) => (now === typed ? "" : now));
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
        placeholder={placeholder}
        hint={hint}
        rows={rows}
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
