"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { QuestionDraft } from "@/lib/contracts/checklists";
import { diffChecklists } from "@/lib/domain/checklist-diff";
import { counted } from "@/lib/domain/words";
import { fieldName, valueText } from "../compare/field-words";
import type { Faster } from "./use-draft";

interface FasterQuestionsProps {
  faster: Faster;
  mine: readonly QuestionDraft[];
  onSettle: (key: string, take: boolean) => void;
}

/** Somebody else saved first: what was taken in, and both texts of each question that both changed. */
export function FasterQuestions({ faster, mine, onSettle }: FasterQuestionsProps) {
  const { taken, theirs, note } = faster;
  const both =
    theirs.size === 0
      ? "Nothing of yours was touched."
      : `${counted(theirs.size, "question")} that you both changed ${theirs.size === 1 ? "stands" : "stand"} below with both texts; yours ${theirs.size === 1 ? "is" : "are"} in the draft.`;
  return (
    <div className="grid gap-3">
      <Notice tone="warn" title="Somebody else changed this draft meanwhile; yours was not saved yet.">
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
