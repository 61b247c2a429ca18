"use client";

import { useEffect, useState } from "react";
import { AnswerAttribution } from "@/components/service/answer-attribution";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { DateText } from "@/components/ui/date-text";
import type { Local } from "@/lib/client/assessment/local";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { useAssessment } from "./assessment-context";
import { JustNow } from "./question-meta";
import { saveWords } from "./save-words";

const RETRIES = new Set(["retrying", "refused", "signed_out", "other_person"]);

interface SaveLineProps {
  question: AssessedQuestion;
  local: Local;
  /** The name of who else answered it just now. */
  arrived: string | undefined;
}

/** Version and how far it is saved, with what can be done when it is not. */
export function SaveLine({ question, local, arrived }: SaveLineProps) {
  const { store, me, service, timeZone } = useAssessment();
  const { kind } = local.state;
  const words = saveWords(local, question.version, useSecond(kind === "retrying"));
  const settled = kind === "idle" && !local.draft;
  const isNews = settled && arrived !== undefined;
  const { savedBy, origin } = question;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <p
        className={classNames(
          "min-h-6 content-center",
          words.tone === "warn" ? "font-medium text-partly" : "text-ink-3",
        )}
      >
        {question.version > 0 && (
          <span className="font-normal text-ink-3">Version {question.version} · </span>
        )}
        <span data-save-state={kind}>{isNews ? <JustNow name={arrived} /> : words.text}</span>
        {settled && !isNews && question.savedAt !== null && (
          <>
            {origin === null ? " by " : " · "}
            {savedBy && (
              <AnswerAttribution
                by={origin === null && savedBy.id === me.id ? { ...savedBy, name: "you" } : savedBy}
                origin={origin}
              />
            )}
            {", "}
            <DateText value={question.savedAt} timeZone={timeZone} look="minute" />
          </>
        )}
      </p>
      {arrived !== undefined && !isNews && <JustNow name={arrived} />}
      {kind === "signed_out" && (
        <a
          href={`/sign-in?to=${encodeURIComponent(`/services/${service.slug}/assess#${question.key}`)}`}
          target="_blank"
          rel="noreferrer"
          className="link min-h-6 content-center font-medium"
        >
          Sign in again, in a new tab
        </a>
      )}
      {RETRIES.has(kind) && (local.draft || local.confirming) && (
        <Button onClick={() => store.retry(question.key)}>
          {kind === "retrying" ? "Retry" : "Try again"}
        </Button>
      )}
      {!local.kept && local.draft && (
        <p className="basis-full text-sm font-medium text-no">
          This browser has no room to keep it: leave this page open until it is saved.
        </p>
      )}
    </div>
  );
}

/** The time now (epoch, ms), told anew every second while `on`; 0 before. */
function useSecond(on: boolean): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!on) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [on]);
  return on && now === 0 ? Date.now() : now;
}
