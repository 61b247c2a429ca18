"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import { useLaunchSave } from "@/components/launch/use-launch-save";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { send } from "@/lib/client/request";
import { isBlank } from "@/lib/domain/text";

/** Appends a correction: what the minutes say stays (L9). @param launch its id */
export function CorrectionForm({ launch }: { launch: string }) {
  const [text, setText] = useState("");
  const [checked, setChecked] = useState(false);
  const save = useLaunchSave<string>({
    send: (typed, idempotencyKey) =>
      send("POST /api/v1/launches/:launch/minutes/corrections", {
        ...{ params: { launch }, body: { text: typed }, idempotencyKey },
      }),
    said: "The correction is appended.",
    fields: ["text"],
    onSaved: () => {
      setText("");
      setChecked(false);
    },
  });
  return (
    <Form
      save={save}
      className="mt-3 grid gap-2 text-base print:hidden"
      onSubmit={() => {
        setChecked(true);
        if (!isBlank(text)) save.save(text);
      }}
    >
      <TextArea
        label="Correct the minutes"
        hint="It is appended, with your name; what stands above stays as it is."
        rows={2}
        dir="auto"
        error={checked && isBlank(text) ? "Write something first." : save.failure?.errors.text}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" busy={save.busy} busyText="Saving …" className="justify-self-start">
        Append
      </Button>
    </Form>
  );
}
