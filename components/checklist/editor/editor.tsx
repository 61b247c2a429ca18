"use client";

import { useEffect, useRef, useState } from "react";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { FailureNotice } from "@/components/forms/failure-notice";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { useNavigate } from "@/lib/client/navigation";
import type { ChecklistVersion, QuestionDraft } from "@/lib/contracts/checklists";
import { diffChecklists } from "@/lib/domain/checklist-diff";
import { questionNumbers } from "@/lib/domain/question-number";
import { AREAS } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { fieldName, valueText } from "../compare/field-words";
import { AreaEditor } from "./area-editor";
import { draftSentence } from "./draft-sentence";
import { byArea, withBack, withChange, withMove, withNew } from "./draft-state";
import { EditorBar } from "./editor-bar";
import { EditorContext } from "./editor-context";
import { type Faster, useDraft } from "./use-draft";

interface EditorProps {
  version: ChecklistVersion;
  /** What the version that it was begun from asks; empty for one that was begun from nothing. */
  before: ChecklistVersion["questions"];
  person: string;
}

/** A draft of a checklist: questions by area, to be added, changed, retired and put in order. */
export function Editor({ version, before, person }: EditorProps) {
  const navigate = useNavigate();
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
          sub="Publishing moves no service: each keeps its version until somebody moves it."
        />
        <div className="my-5 grid gap-3">
          <EditorBar
            version={version}
            draft={draft}
            onPublished={(to) => {
              navigate(to);
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
            hint="For everybody who moves services to it."
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

interface FasterQuestionsProps {
  faster: Faster;
  mine: readonly QuestionDraft[];
  onSettle: (key: string, take: boolean) => void;
}

/** Somebody else saved first: what was taken in, and both texts of each question that both changed. */
function FasterQuestions({ faster, mine, onSettle }: FasterQuestionsProps) {
  const { taken, theirs, note } = faster;
  const both =
    theirs.size === 0
      ? "Nothing of yours was touched."
      : `${counted(theirs.size, "question")} that you both changed ${theirs.size === 1 ? "stands" : "stand"} below with both texts; yours ${theirs.size === 1 ? "is" : "are"} in the draft.`;
  return (
    <div className="grid gap-3">
      <Notice tone="warn" title="Somebody else changed this draft; yours was not saved yet.">
        {taken > 0 &&
          `${counted(taken, "question")} that only they changed ${taken === 1 ? "is" : "are"} taken in. `}
        {both} Look it over, then save again.
        {note !== null && (
          <p className="mt-1">
            What they wrote about this version: <bdi className="whitespace-pre-wrap">{note}</bdi>
          </p>
        )}
      </Notice>
      {[...theirs].map(([key, other]) => (
        <BothTexts
          key={key}
          mine={mine.find((question) => question.key === key) ?? null}
          theirs={other}
          onSettle={(take) => onSettle(key, take)}
        />
      ))}
    </div>
  );
}

interface BothTextsProps {
  mine: QuestionDraft | null;
  theirs: QuestionDraft | null;
  onSettle: (take: boolean) => void;
}

function BothTexts({ mine, theirs, onSettle }: BothTextsProps) {
  const fields = mine && theirs ? (diffChecklists([mine], [theirs])[0]?.fields ?? []) : [];
  return (
    <section className="rounded-lg border border-line-strong bg-card p-3">
      <h3 className="font-strong text-pretty">{(mine ?? theirs)?.text}</h3>
      {theirs === null && <p className="mt-1 text-ink-2">They retired it; you changed it.</p>}
      {fields.length > 0 && (
        <dl className="mt-2 grid gap-2">
          {fields.map(({ field, from, to }) => (
            <div key={field} className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[9rem_1fr_1fr]">
              <dt className="text-sm text-ink-3">{fieldName(field)}</dt>
              <dd className="min-w-0 whitespace-pre-wrap">
                <span className="text-sm text-ink-3">yours: </span>
                <bdi>{valueText(field, from)}</bdi>
              </dd>
              <dd className="min-w-0 whitespace-pre-wrap">
                <span className="text-sm text-ink-3">theirs: </span>
                <bdi>{valueText(field, to)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => onSettle(false)}>Keep mine</Button>
        <Button onClick={() => onSettle(true)}>{theirs === null ? "Retire it" : "Take theirs"}</Button>
      </div>
    </section>
  );
}
