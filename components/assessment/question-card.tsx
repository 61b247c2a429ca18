"use client";

import { Button } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { Tag } from "@/components/ui/tag";
import { toasts } from "@/components/ui/toast-store";
import { VerdictChoice } from "@/components/verdict/verdict-choice";
import { type AnswerContent, contentOf } from "@/lib/client/assessment/draft";
import { type Local, NOTHING_LOCAL } from "@/lib/client/assessment/local";
import type { AsideText } from "@/lib/client/assessment/stored-shapes";
import type { Other } from "@/lib/client/presence/others";
import type { Answer } from "@/lib/contracts/answers";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import type { Verdict } from "@/lib/domain/vocabulary";
import { AnswerSide } from "./answer-side";
import { useAssessment } from "./assessment-context";
import { EarlierAnswers } from "./earlier-answers";
import { EvidenceField } from "./evidence-field";
import { JustNow, StillTrue } from "./question-meta";
import { QuestionWhy } from "./question-why";
import { ReasonField, reasonId } from "./reason-field";
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

/** What somebody else answered while one was typing, and the three ways out. Yours stays beside it, and stays editable. */
function ConflictView({ question, theirs }: { question: string; theirs: Answer }) {
  const { store, me, timeZone, open } = useAssessment();
  const isMine = theirs.savedBy?.id === me.id;

  function keepTheirs(): void {
    store.resolve(question, "theirs");
    const put = store.book.of(question).aside[0];
    toasts.show({
      text: "Theirs stays. Your text is put away, under this question.",
      action: put && { label: "Undo", run: () => store.takeBack(question, put.id) },
    });
    open(question, true);
  }
  function putTogether(): void {
    store.resolve(question, "both");
    document.getElementById(reasonId(question))?.focus();
  }
  function takeMine(): void {
    store.resolve(question, "mine");
    open(question, true);
  }

  return (
    <section
      aria-label="Their answer"
      className="grid content-start gap-3 self-start rounded-lg border border-partly-mark bg-partly-soft/40 p-3.5"
    >
      <div>
        <h4 className="font-strong">
          {isMine ? (
            "You answered meanwhile, in another tab"
          ) : (
            <>
              <bdi>{theirs.savedBy?.name ?? "Somebody"}</bdi>{" "}
              {theirs.source === "import" ? "imported an answer" : "answered"} meanwhile
            </>
          )}
        </h4>
        {theirs.savedAt !== null && (
          <p className="text-xs text-ink-2">
            <DateText value={theirs.savedAt} timeZone={timeZone} look="minute" /> · version {theirs.version}
          </p>
        )}
      </div>
      <AnswerSide content={contentOf(theirs)} />
      <p className="text-xs text-ink-2">
        Yours is beside it, not saved yet. Neither is lost, whatever you choose.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={keepTheirs}>Keep theirs</Button>
        <Button onClick={takeMine}>Use mine</Button>
        <Button onClick={putTogether}>Put both texts together</Button>
      </div>
    </section>
  );
}

/** One's own texts that were put away in a conflict: to be read, brought back, or thrown away for good. */
function PutAway({ question, aside }: { question: string; aside: readonly AsideText[] }) {
  const { store, timeZone } = useAssessment();
  if (aside.length === 0) return null;
  return (
    <details className="rounded-lg bg-sunk px-3 py-2">
      <summary className="min-h-6 content-center text-sm">
        {aside.length === 1
          ? "A text of yours is put away here"
          : `${aside.length} texts of yours are put away here`}
      </summary>
      <ul className="mt-1 grid gap-3">
        {aside.map((text) => (
          <li key={text.id} className="grid gap-2 border-t border-line-strong pt-2.5">
            <p className="text-xs text-ink-3">
              <DateText value={new Date(text.at)} timeZone={timeZone} look="minute" />, in this browser only
            </p>
            <AnswerSide content={text.content} isDraft />
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => store.takeBack(question, text.id)}>Bring it back</Button>
              <Button variant="quiet" onClick={() => store.dropAside(question, text.id)}>
                Throw it away
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
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
      {isConflict && <h4 className="font-strong">Yours, not saved yet</h4>}
      <VerdictRadios question={question.key} verdict={content.verdict} labelledBy={headingId(question.key)} />
      <ReasonField question={question.key} content={content} problems={problems} />
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
