"use client";

import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { readModel } from "./model-document";
import type { ModelTexts } from "./model-texts";

interface ImportDialogProps {
  texts: ModelTexts;
  /** Takes it into the form; nothing is saved by it. */
  onRead: (texts: ModelTexts, passedOver: readonly string[]) => void;
  onClose: () => void;
}

/** A model as JSON, pasted or from a file: it goes into the form, to be looked at before it is saved. */
export function ImportDialog({ texts, onRead, onClose }: ImportDialogProps) {
  const [json, setJson] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  function take(): void {
    const read = readModel(json, texts);
    if ("problem" in read) setProblem(read.problem);
    else onRead(read.texts, read.passedOver);
  }
  async function load(file: File | undefined): Promise<void> {
    if (!file) return;
    const text = await file.text().catch(() => null);
    setProblem(text === null ? `${file.name} cannot be read.` : null);
    if (text !== null) setJson(text);
  }
  return (
    <FormDialog
      keep
      title="Import a model"
      description="This fills in the form and saves nothing. Prices in the file replace all prices, and own rates all own rates; what the file leaves out stays."
      submit="Put it into the form"
      disabled={json.trim() === ""}
      onClose={onClose}
      onSubmit={take}
      className="gap-3.5"
    >
      <Field label="A file" optional>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".json,application/json"
            onChange={(event) => void load(event.target.files?.[0])}
            className="block w-full text-sm"
          />
        )}
      </Field>
      <TextArea
        label="Or the JSON itself"
        rows={8}
        spellCheck={false}
        value={json}
        error={problem}
        onChange={(event) => {
          setProblem(null);
          setJson(event.target.value);
        }}
      />
    </FormDialog>
  );
}
