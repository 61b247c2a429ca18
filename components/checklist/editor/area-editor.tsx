"use client";

import { ArrowDown, ArrowUp, Plus } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import { Tag } from "@/components/ui/tag";
import { TextField } from "@/components/ui/text-field";
import type { QuestionDraft } from "@/lib/contracts/checklists";
import { amountText } from "@/lib/domain/amount-text";
import { CHECKLIST_LIMITS } from "@/lib/domain/checklist-draft";
import { AREA_TEXT, AREAS, type Area } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { worstTotal } from "../sums";
import { useEditor } from "./editor-context";

// Opened for one question at a time.
const QuestionForm = onDemand(() => import("./question-form").then((module) => module.QuestionForm));

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

const WORDS = { added: "added", changed: "changed", moved: "moved", removed: null, same: null } as const;

/** One question of a draft: what it is, what is different about it, and what can be done to it. */
function QuestionRow({ question }: { question: QuestionDraft }) {
  const { open, setOpen, numbers, diffs, move, retire, errors } = useEditor();
  const { key, text, weight, critical } = question;
  const isOpen = open === key;
  const diff = diffs.get(key);
  const word = diff ? WORDS[diff.kind] : null;
  const wrong = Object.keys(errors[key] ?? {}).length;
  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(key, event.key === "ArrowUp" ? -1 : 1);
  }
  return (
    <li id={key} onKeyDown={onKeyDown} className="scroll-mt-28 border-t border-line py-2">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5">
        <span className="w-9 pt-1 text-sm text-ink-3 tabular-nums">{numbers.get(key)}</span>
        <div className="min-w-0 flex-1 basis-56">
          <h3 className="text-base font-medium text-pretty [overflow-wrap:anywhere]">
            {text || <i className="text-ink-3">no text yet</i>}
          </h3>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm text-ink-3">
            {word !== null && <Tag>{word}</Tag>}
            {diff?.meaningChanged && <Tag strong>asks something else</Tag>}
            {critical && <Tag>critical</Tag>}
            <span>
              weight {weight} · {amountText(worstTotal([question]), null)} incidents a year while open
            </span>
            {wrong > 0 && <span className="font-medium text-no">needs another look</span>}
          </p>
        </div>
        <div className="flex gap-1">
          <Button
            variant="quiet"
            title="Up (Alt ↑)"
            aria-label={`Move up: ${text}`}
            onClick={() => move(key, -1)}
            icon={<ArrowUp aria-hidden="true" className="size-3.5" />}
          />
          <Button
            variant="quiet"
            title="Down (Alt ↓)"
            aria-label={`Move down: ${text}`}
            onClick={() => move(key, 1)}
            icon={<ArrowDown aria-hidden="true" className="size-3.5" />}
          />
          <Button aria-expanded={isOpen} onClick={() => setOpen(isOpen ? null : key)}>
            {isOpen ? "Close" : "Edit"}
            <span className="sr-only">: {text}</span>
          </Button>
          <Button data-stay="" variant="quiet" onClick={() => retire(key)}>
            Retire<span className="sr-only">: {text}</span>
          </Button>
        </div>
      </div>
      {isOpen && <QuestionForm question={question} />}
    </li>
  );
}
