"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import type { QuestionDraft } from "@/lib/contracts/checklists";
import { amountText } from "@/lib/domain/amount-text";
import { worstTotal } from "../sums";
import { useEditor } from "./editor-context";
import { QuestionForm } from "./question-form";

const WORDS = { added: "added", changed: "changed", moved: "moved", removed: null, same: null } as const;

/** One question of a draft: what it is, what is different about it, and what can be done to it. */
export function QuestionRow({ question }: { question: QuestionDraft }) {
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
