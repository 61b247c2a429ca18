"use client";

import { Plus, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { EvidenceLink } from "@/lib/client/assessment/draft";
import type { FieldProblem } from "@/lib/domain/errors";
import { LIST_LIMITS } from "@/lib/domain/text";
import { useAssessment } from "./assessment-context";
import { LinkChip } from "./link-chip";

const EMPTY: EvidenceLink = { label: "", url: "" };
const isEmpty = ({ label, url }: EvidenceLink) => label.trim() === "" && url.trim() === "";

interface EvidenceFieldProps {
  question: string;
  links: readonly EvidenceLink[];
  problems: readonly FieldProblem[];
}

/** Links that show the answer is true; the one being written is open, the others stand there to be followed. */
export function EvidenceField({ question, links, problems }: EvidenceFieldProps) {
  const { store } = useAssessment();
  const group = useRef<HTMLFieldSetElement>(null);
  /** Index of the link being written; `links.length` for a new one. */
  const [open, setOpen] = useState<number | null>(null);
  const rows = open !== null && open >= links.length ? [...links, EMPTY] : links;

  const focus = (selector: string) =>
    requestAnimationFrame(() => group.current?.querySelector<HTMLElement>(selector)?.focus());
  const change = (next: readonly EvidenceLink[], when: "now" | "soon") =>
    store.edit(question, { evidence: next }, when);
  const problemOf = (at: number) =>
    problems.find(({ field }) => field.startsWith(`evidence.${at}.`))?.message;

  function write(at: number): void {
    // at once, so that the next key already lands there
    flushSync(() => setOpen(at));
    group.current?.querySelector<HTMLElement>("[data-link-editor] input")?.focus();
  }
  function done(how: "kept" | "left"): void {
    if (how === "kept") focus("[data-add-evidence]");
    setOpen(null);
    const kept = links.filter((link) => !isEmpty(link));
    if (kept.length < links.length) change(kept, "now");
    store.flush(question);
  }
  function remove(at: number): void {
    setOpen(null);
    change(
      links.filter((_, index) => index !== at),
      "now",
    );
    focus("[data-add-evidence]");
  }

  return (
    <fieldset ref={group} className="min-w-0">
      <legend className="mb-1 text-sm font-strong">Evidence</legend>
      <ul className="flex flex-wrap items-center gap-1.5">
        {rows.map((link, at) =>
          at === open || problemOf(at) !== undefined ? (
            <LinkEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: links are edited in place and have no other identity
              key={at}
              number={at + 1}
              link={link}
              error={at === open && isEmpty(link) ? undefined : problemOf(at)}
              onChange={(next) => change([...rows.slice(0, at), next, ...rows.slice(at + 1)], "soon")}
              onDone={done}
              onRemove={() => remove(at)}
            />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: links are edited in place and have no other identity
            <LinkChip key={at} link={link} onEdit={() => write(at)} onRemove={() => remove(at)} />
          ),
        )}
        {rows.length < LIST_LIMITS.evidence && (
          <li>
            <Button
              data-add-evidence=""
              kbd="e"
              icon={<Plus aria-hidden="true" className="size-3.5" />}
              onClick={() => write(links.length)}
            >
              Add a link
            </Button>
          </li>
        )}
      </ul>
    </fieldset>
  );
}

interface LinkEditorProps {
  /** Counted from 1. */
  number: number;
  link: EvidenceLink;
  error?: string | undefined;
  onChange: (link: EvidenceLink) => void;
  /** Finished with it: the button, Enter, or the focus went elsewhere. */
  onDone: (how: "kept" | "left") => void;
  onRemove: () => void;
}

/** Address and name of one link, while it is being written. */
function LinkEditor({ number, link, error, onChange, onDone, onRemove }: LinkEditorProps) {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onDone("kept");
  }
  return (
    <li
      data-link-editor=""
      className="grid w-full grid-cols-[1fr_auto_auto] items-start gap-1.5 sm:grid-cols-[1fr_11rem_auto_auto]"
      onBlur={(event) => {
        const inside = (to: Node | null) => event.currentTarget.contains(to);
        // looking for the address in another window is not leaving
        if (!inside(event.relatedTarget) && !inside(document.activeElement)) onDone("left");
      }}
    >
      <TextField
        hideLabel
        required={false}
        label={`Address of link ${number}`}
        placeholder="https://"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        className="col-span-3 sm:col-span-1"
        error={error}
        value={link.url}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange({ ...link, url: event.target.value })}
      />
      <TextField
        hideLabel
        required={false}
        label={`Name of link ${number}`}
        placeholder="Name (optional)"
        autoComplete="off"
        value={link.label}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange({ ...link, label: event.target.value })}
      />
      <Button className="h-8 pointer-coarse:h-10" onClick={() => onDone("kept")}>
        Done
      </Button>
      <button
        type="button"
        aria-label={`Remove link ${number}`}
        onClick={onRemove}
        className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-sunk hover:text-ink pointer-coarse:size-10"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </li>
  );
}
