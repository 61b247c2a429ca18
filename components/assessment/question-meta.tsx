"use client";

import { Fragment, type ReactNode } from "react";
import { AnswerAttribution } from "@/components/service/answer-attribution";
import { DateText } from "@/components/ui/date-text";
import { Kbd } from "@/components/ui/kbd";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { useAssessment } from "./assessment-context";
import { EvidenceAnchor } from "./link-chip";
import { lookAgain, whyStale } from "./words";

const SHOWN_LINKS = 2;

interface QuestionMetaProps {
  question: AssessedQuestion;
  now: string;
  /** The name of who else answered it just now. */
  arrived: string | undefined;
}

/** The small line under a question: who and when, evidence, when to look again, or why it does not count any more. */
export function QuestionMeta({ question, now, arrived }: QuestionMetaProps) {
  const { store, readOnly, timeZone } = useAssessment();
  if (question.verdict === "unanswered") return null;
  const stale = whyStale(question, timeZone);
  const again = lookAgain(question, now);
  const rest = question.evidence.length - SHOWN_LINKS;
  const parts: ReactNode[] = stale
    ? [
        stale,
        question.origin && question.savedBy && (
          <AnswerAttribution key="who" by={question.savedBy} origin={question.origin} />
        ),
        !readOnly && (
          <button
            key="confirm"
            type="button"
            className="link relative z-1"
            onClick={() => store.confirm(question.key)}
          >
            Still true
            <span className="sr-only">: {question.text}</span>
          </button>
        ),
      ]
    : [
        arrived !== undefined && <JustNow key="who" name={arrived} />,
        arrived === undefined && question.savedAt !== null && (
          <Fragment key="who">
            {question.savedBy && <AnswerAttribution by={question.savedBy} origin={question.origin} />},{" "}
            <DateText value={question.savedAt} timeZone={timeZone} look="day" />
          </Fragment>
        ),
        ...question.evidence
          .slice(0, SHOWN_LINKS)
          .map((link) => <EvidenceAnchor key={link.url} link={link} className="link relative z-1" />),
        rest > 0 && `${rest} more ${rest === 1 ? "link" : "links"}`,
        again,
      ];
  return (
    <p className="mt-0.5 text-xs text-ink-3">
      {parts.filter(Boolean).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no other identity
        <Fragment key={at}>
          {at > 0 && " · "}
          {part}
        </Fragment>
      ))}
    </p>
  );
}

/** Who else answered a question just now, quietly. */
export function JustNow({ name }: { name: string }) {
  return (
    <span className="font-medium text-ink">
      <bdi>{name}</bdi> answered this just now
    </span>
  );
}

/** "Still true?" with its key, where the answer is old. */
export function StillTrue({ question }: { question: string }) {
  const { store } = useAssessment();
  return (
    <button
      type="button"
      onClick={() => store.confirm(question)}
      className="inline-flex min-h-7.5 items-center gap-1.75 rounded-md border border-line-strong bg-card px-2.75 text-[0.8125rem] font-medium hover:bg-sunk"
    >
      Still true <Kbd>c</Kbd>
    </button>
  );
}
