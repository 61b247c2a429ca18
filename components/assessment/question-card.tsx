"use client";

import { Tag } from "@/components/ui/tag";
import { contentOf } from "@/lib/client/assessment/draft";
import { type Local, NOTHING_LOCAL } from "@/lib/client/assessment/local";
import type { Other } from "@/lib/client/presence/others";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { AnswerForm } from "./answer-form";
import { AnswerSide } from "./answer-side";
import { useAssessment } from "./assessment-context";
import { ConflictView } from "./conflict-view";
import { EarlierAnswers } from "./earlier-answers";
import { PutAway } from "./put-away";
import { JustNow, StillTrue } from "./question-meta";
import { QuestionWhy } from "./question-why";
import { SaveLine } from "./save-line";
import { ThereToo } from "./there-too";
import { headingId } from "./use-current-question";
import { isOld, lookAgain, whyStale } from "./words";

interface QuestionCardProps {
  question: AssessedQuestion;
  local: Local | undefined;
  now: string;
  there: readonly Other[] | undefined;
  arrived: string | undefined;
}

/** The question that is open: everything about its answer, to be given with the keyboard or without. */
export function QuestionCard(card: QuestionCardProps) {
  const { question, local = NOTHING_LOCAL, now, there, arrived } = card;
  const { readOnly, timeZone, saveAndMoveOn, open } = useAssessment();
  const { key } = question;
  const { state, draft } = local;
  const theirs = state.kind === "conflict" ? state.theirs : null;
  const stale = whyStale(question, timeZone);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that leave a field bubble up from it
    <div
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          saveAndMoveOn(key);
        } else if (event.key === "Escape" && (event.target as HTMLElement).matches("input, textarea")) {
          event.preventDefault();
          open(key, true);
        }
      }}
      className="@container my-0.5 rounded-xl border border-line-strong bg-card focus-within:border-ink-3 px-3.5 py-3.5 shadow-raised md:-mx-4.5 md:px-4.5 md:pt-4 md:pb-4.5 max-md:-mx-1.5"
    >
      <p className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.75rem] text-ink-3">
        <span className="tabular-nums">{question.number}</span>
        {question.critical && <Tag strong>critical</Tag>}
        <span>weight {question.weight}</span>
        {there && <ThereToo people={there} inWords />}
        <span className="ml-auto">{lookAgain(question, now)}</span>
      </p>
      <h3
        id={headingId(key)}
        tabIndex={-1}
        className="mb-3.5 font-serif text-2xl leading-[1.35] font-normal text-pretty"
      >
        {question.text}
      </h3>
      {stale !== null && (
        <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg bg-unclear-soft px-3 py-2">
          <p className="min-w-0 flex-1 basis-64">{stale}.</p>
          {!readOnly && <StillTrue question={key} />}
        </div>
      )}
      {readOnly ? (
        <ReadOnlyAnswer question={question} local={local} />
      ) : (
        <div className={theirs ? "grid gap-4 @2xl:grid-cols-2" : undefined}>
          {theirs && <ConflictView key="theirs" question={key} theirs={theirs} />}
          <AnswerForm key="mine" question={question} content={draft ?? contentOf(question)} local={local} />
        </div>
      )}
      <div className="mt-3 flex flex-wrap items-start gap-x-4 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-72">
          {!readOnly && <SaveLine question={question} local={local} arrived={arrived} />}
          {readOnly && arrived !== undefined && <JustNow name={arrived} />}
        </div>
        {!readOnly && stale === null && isOld(question, now) && <StillTrue question={key} />}
      </div>
      <div className="mt-1.5 grid gap-1.5 empty:hidden">
        <EarlierAnswers question={question} />
        <PutAway question={key} aside={local.aside} />
      </div>
      <details className="mt-2.5 border-t border-line pt-2 min-[73rem]:hidden">
        <summary className="min-h-6 content-center font-strong text-ink-2">
          Why it matters, what it costs, how to get there
        </summary>
        <div className="pt-2.5">
          <QuestionWhy question={question} />
        </div>
      </details>
    </div>
  );
}

/** The answer as it is, and what one had typed before it could not be saved any more. */
function ReadOnlyAnswer({ question, local }: { question: AssessedQuestion; local: Local }) {
  return (
    <div className="grid gap-3">
      <AnswerSide content={contentOf(question)} />
      {local.draft && (
        <section className="grid gap-2 rounded-lg bg-sunk p-3">
          <h4 className="text-sm font-strong">
            What you had typed; it cannot be saved here, so copy what you need
          </h4>
          <AnswerSide content={local.draft} isDraft />
        </section>
      )}
    </div>
  );
}
