"use client";

import { useState } from "react";
import { showKeys } from "@/components/keys/page-keys";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { onDemand } from "@/components/ui/on-demand";
import { Tag } from "@/components/ui/tag";
import { VerdictChoice } from "@/components/verdict/verdict-choice";
import { type AnswerContent, contentOf } from "@/lib/client/assessment/draft";
import { type Local, NOTHING_LOCAL } from "@/lib/client/assessment/local";
import type { Other } from "@/lib/client/presence/others";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { VERDICT_TEXT, type Verdict } from "@/lib/domain/vocabulary";
import { AnswerSide } from "./answer-side";
import { useAssessment } from "./assessment-context";
import { EarlierAnswers } from "./earlier-answers";
import { EvidenceField } from "./evidence-field";
import { SHORT_KEYS } from "./keys";
import { JustNow, StillTrue } from "./question-meta";
import { QuestionWhy } from "./question-why";
import { ReasonField } from "./reason-field";
import { SaveLine } from "./save-line";
import { ThereToo } from "./there-too";
import { headingId } from "./use-current-question";
import { isOld, lookAgain, whyStale } from "./words";

const ConflictView = onDemand(() => import("./conflict-view").then((module) => module.ConflictView));
const PutAway = onDemand(() => import("./conflict-view").then((module) => module.PutAway));

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
      className="@container my-0.5 rounded-xl border border-line-strong bg-card focus-within:border-ink-3 px-4 py-3.5 shadow-raised md:-mx-4.5 md:px-4.5 md:pt-4 md:pb-4.5"
    >
      <p className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.75rem] text-ink-3">
        <span className="tabular-nums">{question.number}</span>
        {question.critical && <Tag strong>critical</Tag>}
        <span>weight {question.weight}</span>
        {there && <ThereToo people={there} inWords />}
        <span className="ml-auto">{lookAgain(question, now)}</span>
      </p>
      <h3
        dir="auto"
        id={headingId(key)}
        tabIndex={-1}
        className="mb-3.5 font-serif text-2xl leading-[1.35] font-normal text-pretty"
      >
        {question.text}
      </h3>
      <StaleNote question={question} />
      {readOnly ? (
        <ReadOnlyAnswer question={question} local={local} />
      ) : (
        <div className="grid gap-4">
          <AnswerForm question={question} content={draft ?? contentOf(question)} local={local} />
          {theirs && <ConflictView question={key} theirs={theirs} />}
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
        {local.aside.length > 0 && <PutAway question={key} aside={local.aside} />}
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

/** Why the answer does not count any more, and the way to say that it still holds. Its room stays once that is said. */
function StaleNote({ question }: { question: AssessedQuestion }) {
  const { readOnly, timeZone } = useAssessment();
  const stale = whyStale(question, timeZone);
  const [said, setSaid] = useState(stale);
  if (stale !== null && stale !== said) setSaid(stale);
  if (said === null) return null;
  const isOver = stale === null;
  return (
    <div
      className={classNames(
        "mb-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg px-3 py-2",
        isOver ? "bg-sunk" : "bg-unclear-soft",
      )}
    >
      <p className="grid min-w-0 flex-1 basis-64">
        <span aria-hidden={isOver} className={classNames("[grid-area:1/1]", isOver && "invisible")}>
          {said}.
        </span>
        {isOver && (
          <span className="[grid-area:1/1]">
            It counts as {VERDICT_TEXT[question.verdict].name.toLowerCase()} again.
          </span>
        )}
      </p>
      {!readOnly && (
        <span className={classNames("flex", isOver && "invisible")}>
          <StillTrue question={question.key} />
        </span>
      )}
    </div>
  );
}

/** The keys of the page, on one line under the open question; who uses no keyboard sees nothing of it. */
export function KeysLine() {
  return (
    <p className="mt-1.5 mb-2 hidden flex-wrap items-center gap-x-3.5 gap-y-1 text-xs text-ink-3 pointer-fine:flex print:hidden">
      {SHORT_KEYS.map(({ keys, does }) => (
        <span key={does} className="flex items-center gap-1">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {does}
        </span>
      ))}
      <button
        type="button"
        onClick={showKeys}
        className="flex min-h-6 items-center gap-1 rounded-sm hover:text-ink"
      >
        <Kbd>?</Kbd> all keys
      </button>
    </p>
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

interface AnswerFormProps {
  question: AssessedQuestion;
  /** What the fields show: the draft, or the answer. */
  content: AnswerContent;
  local: Local;
}

/** Verdict, reason and evidence of one answer. Stays in place in a conflict, so that nothing typed loses its focus. */
function AnswerForm({ question, content, local }: AnswerFormProps) {
  const { state } = local;
  const problems = state.kind === "incomplete" ? state.problems : [];
  const isConflict = state.kind === "conflict";
  return (
    <section
      aria-label={isConflict ? "Your answer" : "Answer"}
      className="@container grid min-w-0 content-start gap-3.25"
    >
      <VerdictRadios question={question.key} verdict={content.verdict} labelledBy={headingId(question.key)} />
      <ReasonField
        question={question.key}
        critical={question.critical}
        content={content}
        problems={problems}
      />
      <EvidenceField question={question.key} links={content.evidence} problems={problems} />
    </section>
  );
}

interface VerdictRadiosProps {
  question: string;
  verdict: Verdict | null;
  /** Id of the text that says what is asked. */
  labelledBy: string;
  /** Id of what is wrong with the choice, when something is. */
  describedBy?: string | undefined;
}

/** The five verdicts of a question of the assessment; what is chosen is saved by itself. */
function VerdictRadios(props: VerdictRadiosProps) {
  const { choose } = useAssessment();
  return (
    <VerdictChoice {...props} onChoose={(verdict, byArrow) => choose(props.question, verdict, byArrow)} />
  );
}
