"use client";

import { Fragment, type MouseEvent, useRef } from "react";
import type { LinkedWords } from "@/components/figure/linked-words";
import { Notice } from "@/components/ui/notice";
import type { Locals } from "@/lib/client/assessment/local";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import type { Service } from "@/lib/contracts/services";
import { AnswerSide } from "./answer-side";
import { isShown, type Show } from "./places";
import { useBeforePaint } from "./use-current-question";

/** The sentence that opens the page; its figures lead to the questions that they count. */
export function AssessHeading({ words, readOnly }: { words: readonly LinkedWords[]; readOnly: boolean }) {
  const room = useRef<HTMLDivElement>(null);
  const was = useRef(0);
  // It never takes less room than it had: what stands below must not move up while it is pressed.
  useBeforePaint(() => {
    if (!room.current) return;
    if (was.current !== room.current.offsetWidth) room.current.style.minHeight = "";
    was.current = room.current.offsetWidth;
    room.current.style.minHeight = `${room.current.offsetHeight}px`;
  });
  return (
    <div ref={room}>
      <h1 className="say md:text-3xl!">
        {words.map(({ text, href, tone, isolate }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other identity
          <Fragment key={at}>
            {href !== undefined ? (
              <a href={href} className={tone}>
                {text}
              </a>
            ) : isolate ? (
              <bdi>{text}</bdi>
            ) : (
              text
            )}
          </Fragment>
        ))}
      </h1>
      {!readOnly && (
        <p className="mt-2 max-w-[60em] text-pretty text-ink-2">
          An honest <em>unclear</em> is a good answer: it counts as not ready until somebody finds out.
        </p>
      )}
    </div>
  );
}

interface ShowSwitchProps {
  questions: readonly AssessedQuestion[];
  show: Show;
  me: string;
  onChoose: (show: Show) => void;
}

const SHOWS: readonly (readonly [Show, string])[] = [
  ["", "All"],
  ["open", "Open"],
  ["stale", "Stale"],
  ["mine", "Mine"],
];

/** Which questions are shown, each choice with how many it has now. */
export function ShowSwitch({ questions, show, me, onChoose }: ShowSwitchProps) {
  function choose(event: MouseEvent, next: Show): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onChoose(next);
  }
  return (
    <nav aria-label="Questions shown" className="inline-flex max-w-full gap-0.5 rounded-lg bg-sunk p-0.5">
      {SHOWS.map(([each, name]) => (
        <a
          key={each}
          href={each === "" ? "?" : `?show=${each}`}
          aria-current={each === show ? "true" : undefined}
          onClick={(event) => choose(event, each)}
          className="flex min-h-7 items-center gap-1.5 rounded-md px-2.5 text-[0.8125rem] font-medium whitespace-nowrap text-ink-2 hover:text-ink focus-visible:outline-offset-[-2px] aria-[current]:bg-card aria-[current]:text-ink aria-[current]:shadow-card pointer-coarse:min-h-9"
        >
          {name}
          <span className="font-normal text-ink-3 tabular-nums">
            {questions.filter((question) => isShown(question, each, me)).length}
          </span>
        </a>
      ))}
    </nav>
  );
}

const NOTHING: Record<Exclude<Show, "">, string> = {
  open: "Nothing is open: every question that counts is answered yes.",
  stale: "No answer is stale.",
  mine: "You answered none of these, and no gap here is yours to close.",
};

/** What stands in the place of the questions when none is among those that are shown. */
export const NothingShown = ({ show }: { show: Exclude<Show, ""> }) => (
  <p className="mt-7 border-y border-line py-6 text-ink-2">{NOTHING[show]}</p>
);

/** What was typed about questions that are no longer asked: it cannot be saved, and is not thrown away. */
export function LostTexts({ locals, asked }: { locals: Locals; asked: ReadonlySet<string> }) {
  const lost = [...locals].filter(([key, { draft }]) => draft && !asked.has(key));
  if (lost.length === 0) return null;
  return (
    <Notice tone="warn" title="You have unsaved text for a question that no longer applies">
      <p>Its tier, tags or checklist changed. The text is kept in this browser; copy what you need.</p>
      <ul className="mt-2 grid gap-3">
        {lost.map(([key, { draft }]) => (
          <li key={key}>{draft && <AnswerSide content={draft} isDraft />}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Why this person cannot answer here; nothing when they can. */
export function ReadOnlyNotice({ service }: { service: Service }) {
  if (service.can.answer) return null;
  if (service.deletedAt !== null) {
    return (
      <Notice title="This service was deleted">
        Its answers are read-only. A lead of its team or an admin can restore it from its page.
      </Notice>
    );
  }
  if (service.lifecycle === "retired") {
    return (
      <Notice title="This service is retired">
        Its answers are read-only until a lead of its team or an admin brings it back into use.
      </Notice>
    );
  }
  return (
    <Notice title="You can read these answers, not change them">
      Members of <bdi>{service.teamName}</bdi>, which owns the service, and admins can change them.
    </Notice>
  );
}
