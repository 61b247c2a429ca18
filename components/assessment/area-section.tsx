"use client";

import { memo, useState } from "react";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import { Tag } from "@/components/ui/tag";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { Local } from "@/lib/client/assessment/local";
import type { Arrivals } from "@/lib/client/assessment/use-arrivals";
import type { Other, Others } from "@/lib/client/presence/others";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { AREA_TEXT, type Area } from "@/lib/domain/vocabulary";
import { useAssessment } from "./assessment-context";
import { KeysLine, QuestionCard } from "./question-card";
import { QuestionMeta } from "./question-meta";
import { ThereToo } from "./there-too";

const ConfirmStaleDialog = onDemand(() =>
  import("./confirm-stale-dialog").then((module) => module.ConfirmStaleDialog),
);

interface ItemProps {
  question: AssessedQuestion;
  local: Local | undefined;
  isOpen: boolean;
  now: string;
  /** Who else is at it. */
  there: readonly Other[] | undefined;
  /** The name of who else answered it just now. */
  arrived: string | undefined;
}

const Item = memo(function Item({ isOpen, ...item }: ItemProps) {
  const { question } = item;
  const { readOnly, keysOn } = useAssessment();
  return (
    <li
      id={question.key}
      className="scroll-mt-28 scroll-mb-6 border-t border-line md:scroll-mt-18"
      aria-current={isOpen ? "true" : undefined}
    >
      {isOpen ? <QuestionCard {...item} /> : <QuestionRow {...item} />}
      {isOpen && keysOn && !readOnly && <KeysLine />}
    </li>
  );
});

interface AreaSectionProps {
  area: Area;
  /** The questions of the area. */
  questions: readonly AssessedQuestion[];
  locals: ReadonlyMap<string, Local>;
  current: string;
  now: string;
  /** Who else is where. */
  there: Others["at"];
  arrivals: Arrivals;
}

/** One of the ten areas with what it asks and its questions. */
export function AreaSection(section: AreaSectionProps) {
  const { area, questions, locals, current, now, there, arrivals } = section;
  const { readOnly } = useAssessment();
  const [confirming, setConfirming] = useState(false);
  const heading = `area-${area}`;
  // what somebody is writing about is saved by itself, which says more
  const stale = readOnly ? [] : questions.filter(({ key, stale }) => stale && !locals.get(key)?.draft);
  return (
    <section aria-labelledby={heading} className="mt-7">
      <div className="flex flex-wrap items-baseline gap-x-3 pb-2">
        <h2 id={heading}>{AREA_TEXT[area].name}</h2>
        <p className="text-ink-3">{AREA_TEXT[area].asks}</p>
        {stale.length > 1 && (
          <Button className="ml-auto" onClick={() => setConfirming(true)}>
            Confirm {stale.length} stale answers
          </Button>
        )}
        {confirming && (
          <ConfirmStaleDialog
            area={AREA_TEXT[area].name}
            questions={stale}
            onClose={() => setConfirming(false)}
          />
        )}
      </div>
      <ol className="border-b border-line">
        {questions.map((question) => (
          <Item
            key={question.key}
            question={question}
            local={locals.get(question.key)}
            isOpen={question.key === current}
            now={now}
            there={there.get(question.key)}
            arrived={arrivals.get(question.key)}
          />
        ))}
      </ol>
    </section>
  );
}

interface QuestionRowProps {
  question: AssessedQuestion;
  local: Local | undefined;
  now: string;
  there: readonly Other[] | undefined;
  arrived: string | undefined;
}

/** Something typed here that is not on the server, in three words. */
function unsavedWord(local: Local | undefined): string | null {
  switch (local?.state.kind) {
    case "conflict":
      return "Two answers: choose one";
    case "incomplete":
      return "Begun, not saved yet";
    case "retrying":
    case "signed_out":
    case "other_person":
      return "Not saved yet, kept here";
    case "refused":
      return local.draft ? "Not saved, kept here" : null;
    default:
      return null;
  }
}

/** A question that is not open: one quiet row, all of it a way in. */
function QuestionRow({ question, local, now, there, arrived }: QuestionRowProps) {
  const { open } = useAssessment();
  const unsaved = unsavedWord(local);
  const isCritical = question.critical && question.gap;
  const reason = question.effectiveVerdict === "yes" ? "" : question.reason;
  return (
    <div className="relative grid grid-cols-[22px_minmax(0,1fr)_auto] gap-x-3 px-0.5 py-2.5 hover:bg-sunk/60 md:-mx-2 md:rounded-md md:px-2.5">
      <VerdictMark verdict={question.effectiveVerdict} />
      <div className="min-w-0">
        <h3 className="font-normal">
          <button
            type="button"
            aria-expanded="false"
            onClick={() => open(question.key, true)}
            className="text-left text-pretty after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            <bdi>{question.text}</bdi>
          </button>
        </h3>
        {isCritical && (
          <p className="mt-0.5 md:hidden">
            <Tag strong>critical</Tag>
          </p>
        )}
        {reason !== "" && (
          <p dir="auto" data-folds="" className="line-clamp-1 text-ink-2 [overflow-wrap:anywhere]">
            {reason}
          </p>
        )}
        {unsaved !== null && <p className="mt-0.5 text-xs font-medium text-partly">{unsaved}</p>}
        <QuestionMeta question={question} now={now} arrived={arrived} />
      </div>
      <p className="flex items-baseline gap-2 text-ink-3 tabular-nums">
        {isCritical && (
          <span className="max-md:hidden">
            <Tag strong>critical</Tag>
          </span>
        )}
        {question.number}
      </p>
      {/* On the line above the row, so that nothing moves when somebody comes or goes. */}
      {there && (
        <div className="absolute -top-2.5 right-1.5 z-1">
          <ThereToo people={there} />
        </div>
      )}
    </div>
  );
}
