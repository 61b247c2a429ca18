"use client";

import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import type { EvidenceLink } from "@/lib/client/assessment/draft";
import type { FieldProblem } from "@/lib/domain/errors";
import { LIST_LIMITS } from "@/lib/domain/text";
import { useAssessment } from "./assessment-context";
import { LinkChip } from "./link-chip";
import { LinkEditor } from "./link-editor";

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
