"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";
import type { QuestionDraft } from "@/lib/contracts/checklists";
import { CHECKLIST_LIMITS } from "@/lib/domain/checklist-draft";
import { useEditor } from "./editor-context";

const SHORT_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

interface MeaningFieldsProps {
  question: QuestionDraft;
  /** No earlier version has it. */
  isNew: boolean;
  error: string | undefined;
}

/** Whether answers from before still answer the question; of a new one, its short name. */
export function MeaningFields({ question, isNew, error }: MeaningFieldsProps) {
  const { change, diffs, numbers } = useEditor();
  const [key, setKey] = useState(question.key);
  if (isNew) {
    const taken = key !== question.key && (numbers.has(key) || diffs.has(key));
    const wrong = !SHORT_NAME.test(key)
      ? "Use lower-case letters, digits and single hyphens."
      : taken
        ? "Another question has this name."
        : null;
    return (
      <TextField
        label="Short name"
        hint="Answers belong to it; once published it stays for good."
        maxLength={CHECKLIST_LIMITS.key}
        value={key}
        onChange={(event) => setKey(event.target.value)}
        onBlur={() => key !== question.key && wrong === null && change(question.key, { key })}
        error={wrong ?? error}
      />
    );
  }
  const before = diffs.get(question.key)?.before?.meaning ?? 1;
  return (
    <div>
      <Checkbox
        label="This now asks something else"
        hint="Answers given before count as unclear until somebody confirms them. Leave it for better wording of the same question."
        checked={question.meaning > before}
        onChange={(event) => change(question.key, { meaning: before + (event.target.checked ? 1 : 0) })}
      />
      {error !== undefined && <p className="mt-1 text-sm font-medium text-no">{error}</p>}
    </div>
  );
}
