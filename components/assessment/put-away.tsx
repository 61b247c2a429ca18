"use client";

import { Button } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import type { AsideText } from "@/lib/client/assessment/stored-shapes";
import { AnswerSide } from "./answer-side";
import { useAssessment } from "./assessment-context";

/** One's own texts that were put away in a conflict: to be read, brought back, or thrown away for good. */
export function PutAway({ question, aside }: { question: string; aside: readonly AsideText[] }) {
  const { keeper, timeZone } = useAssessment();
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
              <Button onClick={() => keeper.takeBack(question, text.id)}>Bring it back</Button>
              <Button variant="quiet" onClick={() => keeper.dropAside(question, text.id)}>
                Throw it away
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
