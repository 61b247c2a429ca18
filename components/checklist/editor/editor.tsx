"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { FailureNotice } from "@/components/forms/failure-notice";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { ChecklistVersion } from "@/lib/contracts/checklists";
import { diffChecklists } from "@/lib/domain/checklist-diff";
import { questionNumbers } from "@/lib/domain/question-number";
import { AREAS } from "@/lib/domain/vocabulary";
import { AreaEditor } from "./area-editor";
import { draftSentence } from "./draft-sentence";
import { byArea, withBack, withChange, withMove, withNew } from "./draft-state";
import { EditorBar } from "./editor-bar";
import { EditorContext } from "./editor-context";
import { FasterQuestions } from "./faster-questions";
import { useDraft } from "./use-draft";

interface EditorProps {
  version: ChecklistVersion;
  /** What the version that it was begun from asks; empty for one that was begun from nothing. */
  before: ChecklistVersion["questions"];
  person: string;
}

/** A draft of a checklist: questions by area, to be added, changed, retired and put in order. */
export function Editor({ version, before, person }: EditorProps) {
  const router = useRouter();
  const draft = useDraft(version, person);
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const root = useRef<HTMLDivElement>(null);
  /** The question that was just retired or brought back. */
  const stay = useRef<string | null>(null);
  /** A field that was refused is still to be found. */
  const seek = useRef(false);
  const { questions, setQuestions, errors, faster, failure } = draft;
  const ordered = byArea(questions);
  const diffs = new Map(diffChecklists(before, ordered).map((diff) => [diff.key, diff]));
  const wrong = Object.keys(errors)[0];

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first question that is not right opens when it is told
  useEffect(() => {
    if (wrong === undefined) return;
    setOpen(wrong);
    seek.current = true;
  }, [errors]);
  // retiring takes the pressed button away: the focus goes on to the one that undoes it; a refusal leads to its field
  useEffect(() => {
    if (stay.current !== null) {
      document.getElementById(stay.current)?.querySelector<HTMLElement>("[data-stay]")?.focus();
      stay.current = null;
    }
    const field = seek.current ? root.current?.querySelector<HTMLElement>("[aria-invalid=true]") : null;
    if (!field) return;
    field.focus();
    seek.current = false;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      root.current?.querySelector<HTMLButtonElement>("[data-save]")?.click();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <EditorContext
      value={{
        ...{ open, setOpen, errors, diffs },
        numbers: questionNumbers(ordered),
        isNew: (key) => version.basedOn === null || !before.some((question) => question.key === key),
        change: (key, some) => {
          setQuestions((now) => withChange(now, key, some));
          if (some.key !== undefined) setOpen(some.key);
        },
        retire: (key) => {
          setQuestions((now) => now.filter((question) => question.key !== key));
          setSaid("Retired. It can be brought back at the end of its area.");
          stay.current = key;
        },
        bringBack: (question) => {
          setQuestions((now) => withBack(now, before, question));
          setSaid("Brought back.");
          stay.current = question.key;
        },
        move: (key, by) => {
          const moved = withMove(questions, key, by);
          if (!moved) return;
          setQuestions(moved.questions);
          setSaid(`Now ${moved.place} of ${moved.of} in its area.`);
        },
        add: (area, text) => {
          const made = withNew(questions, area, text, new Set(before.map((question) => question.key)));
          setQuestions(made.questions);
          setOpen(made.key);
        },
      }}
    >
      <div ref={root}>
        <LinkedSentence
          words={draftSentence(version, before, ordered)}
          sub="Publishing changes nothing by itself: services keep the version that they were assessed with until somebody moves them."
        />
        <div className="my-5 grid gap-3">
          <EditorBar
            version={version}
            draft={draft}
            onPublished={(to) => {
              router.push(to);
              router.refresh();
            }}
          />
          {failure !== null && <FailureNotice failure={failure} />}
          {draft.restored && draft.dirty && (
            <Notice title="What you had not saved is back.">
              It was kept in this browser. Look it over, then save.
            </Notice>
          )}
          {faster !== null && <FasterQuestions faster={faster} mine={ordered} onSettle={draft.settle} />}
          <TextArea
            label="What is different in this version"
            hint="For those who move their services over."
            optional
            value={draft.note}
            onChange={(event) => draft.setNote(event.target.value)}
            error={failure?.errors.note}
          />
        </div>
        {AREAS.map((area) => (
          <AreaEditor
            key={area}
            area={area}
            questions={ordered.filter((question) => question.area === area)}
            retired={before.filter(
              (question) => question.area === area && !ordered.some((each) => each.key === question.key),
            )}
          />
        ))}
        <p aria-live="polite" className="sr-only">
          {said}
        </p>
      </div>
    </EditorContext>
  );
}
