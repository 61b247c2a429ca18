"use client";

import { useState } from "react";
import { AnswerAttribution } from "@/components/service/answer-attribution";
import { Button } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { FoldedText } from "@/components/ui/folded-text";
import { SkeletonLines } from "@/components/ui/skeleton";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import { useEarlierAnswers } from "@/lib/client/assessment/use-earlier-answers";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { useAssessment } from "./assessment-context";
import { linkName } from "./words";

/** What was answered before, fetched when somebody wants to see it. */
export function EarlierAnswers({ question }: { question: AssessedQuestion }) {
  const [open, setOpen] = useState(false);
  if (question.version < 2) return null;
  const count = question.version - 1;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} className="min-w-0">
      <summary className="w-fit min-h-6 content-center text-ink-2 hover:text-ink">
        {count === 1 ? "1 earlier answer" : `${count} earlier answers`}
      </summary>
      {open && <EntryList question={question} />}
    </details>
  );
}

function EntryList({ question }: { question: AssessedQuestion }) {
  const { service, timeZone } = useAssessment();
  const { data, isPending, isError, refetch } = useEarlierAnswers(
    service.slug,
    question.key,
    question.version,
  );
  if (isPending) return <SkeletonLines lines={3} />;
  if (isError) {
    return (
      <p className="flex items-center gap-2 py-1.5 text-ink-2">
        They cannot be shown at the moment. <Button onClick={() => void refetch()}>Try again</Button>
      </p>
    );
  }
  return (
    <ol className="mt-1 max-h-80 overflow-y-auto" aria-label="Earlier answers, newest first">
      {data.entries
        .filter((entry) => entry.version < question.version)
        .map((entry) => (
          <li key={entry.id} className="grid grid-cols-[auto_1fr] gap-x-2.5 border-t border-line py-1.75">
            <VerdictMark verdict={entry.to} size="sm" decorative />
            <div className="min-w-0">
              <p className="text-xs text-ink-3">
                <span className="font-strong text-ink-2">{VERDICT_TEXT[entry.to].name}</span>
                {entry.kind === "confirm" ? ", confirmed by " : ", "}
                <AnswerAttribution by={entry.by} origin={entry.origin} />,{" "}
                <DateText value={entry.savedAt} timeZone={timeZone} look="minute" />
              </p>
              {entry.reason !== "" && <FoldedText className="text-ink-2">{entry.reason}</FoldedText>}
              {entry.evidence.length > 0 && (
                <p className="text-xs text-ink-3">{entry.evidence.map(linkName).join(" · ")}</p>
              )}
            </div>
          </li>
        ))}
      {data.nextCursor !== null && (
        <li className="py-1.5 text-ink-3">Older ones are in the service’s history.</li>
      )}
    </ol>
  );
}
