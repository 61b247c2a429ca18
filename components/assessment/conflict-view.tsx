"use client";

import { Button } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { toasts } from "@/components/ui/toast-store";
import { contentOf } from "@/lib/client/assessment/draft";
import type { AsideText } from "@/lib/client/assessment/stored-shapes";
import type { Answer } from "@/lib/contracts/answers";
import { AnswerSide } from "./answer-side";
import { useAssessment } from "./assessment-context";
import { reasonId } from "./reason-field";

/** What somebody else answered while one was typing, and the three ways out. Yours stays where it is, and stays editable. */
export function ConflictView({ question, theirs }: { question: string; theirs: Answer }) {
  const { store, me, timeZone, open } = useAssessment();
  const isMine = theirs.savedBy?.id === me.id;

  function keepTheirs(): void {
    store.resolve(question, "theirs");
    const put = store.book.of(question).aside[0];
    toasts.show({
      text: "Their answer is kept. Your text is set aside below this question.",
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
            "You also answered in another tab"
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
        Yours is above, not saved yet. Neither is lost, whatever you choose.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={keepTheirs}>Keep theirs</Button>
        <Button onClick={takeMine}>Use mine</Button>
        <Button onClick={putTogether}>Combine both texts</Button>
      </div>
    </section>
  );
}

/** One's own texts that were put away in a conflict: to be read, brought back, or thrown away for good. */
export function PutAway({ question, aside }: { question: string; aside: readonly AsideText[] }) {
  const { store, timeZone } = useAssessment();
  if (aside.length === 0) return null;
  return (
    <details className="rounded-lg bg-sunk px-3 py-2">
      <summary className="min-h-6 content-center text-sm">
        {aside.length === 1
          ? "Your text is set aside here"
          : `${aside.length} of your texts are set aside here`}
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
                Discard it
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
