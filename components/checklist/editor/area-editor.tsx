"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { QuestionDraft } from "@/lib/contracts/checklists";
import { CHECKLIST_LIMITS } from "@/lib/domain/checklist-draft";
import { AREA_TEXT, AREAS, type Area } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { useEditor } from "./editor-context";
import { QuestionRow } from "./question-row";

interface AreaEditorProps {
  area: Area;
  questions: readonly QuestionDraft[];
  /** What the version before asked here and this one does not. */
  retired: readonly QuestionDraft[];
}

/** One of the ten areas: its questions, those that were retired, and room for one more. */
export function AreaEditor({ area, questions, retired }: AreaEditorProps) {
  const { bringBack } = useEditor();
  return (
    <section id={area} aria-labelledby={`${area}-head`} className="mb-8 scroll-mt-28">
      <header className="mb-2 flex items-baseline justify-between gap-4">
        <h2 id={`${area}-head`} className="flex text-sm font-strong text-ink-2">
          <span className="w-9 tabular-nums">{AREAS.indexOf(area) + 1}</span>
          {AREA_TEXT[area].name}
        </h2>
        <p className="text-sm text-ink-3 tabular-nums">{counted(questions.length, "question")}</p>
      </header>
      <ol className="border-b border-line">
        {questions.map((question) => (
          <QuestionRow key={question.key} question={question} />
        ))}
        {retired.map((question) => (
          <li
            key={question.key}
            id={question.key}
            className="flex scroll-mt-28 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 text-ink-3"
          >
            <span className="w-9 text-sm">retired</span>
            <s className="min-w-0 flex-1 basis-56 text-pretty [overflow-wrap:anywhere]">{question.text}</s>
            <Button data-stay="" onClick={() => bringBack(question)}>
              Bring back<span className="sr-only">: {question.text}</span>
            </Button>
          </li>
        ))}
      </ol>
      <AddQuestion area={area} />
    </section>
  );
}

function AddQuestion({ area }: { area: Area }) {
  const { add } = useEditor();
  const [text, setText] = useState<string | null>(null);
  const icon = <Plus aria-hidden="true" className="size-3.5" />;
  if (text === null) {
    return (
      <Button variant="quiet" icon={icon} className="mt-1.5" onClick={() => setText("")}>
        Add a question<span className="sr-only"> about {AREA_TEXT[area].name}</span>
      </Button>
    );
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (text === null || text.trim() === "") return;
    add(area, text);
    setText(null);
  }
  return (
    <form onSubmit={submit} className="mt-2 flex flex-wrap items-end gap-2">
      <TextField
        label="What holds when the answer is yes?"
        className="min-w-0 flex-1 basis-72"
        value={text}
        maxLength={CHECKLIST_LIMITS.question}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setText(null)}
      />
      <Button type="submit" variant="main">
        Add
      </Button>
      <Button onClick={() => setText(null)}>Cancel</Button>
    </form>
  );
}
