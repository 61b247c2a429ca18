"use client";

import { Button } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { toasts } from "@/components/ui/toast-store";
import { contentOf } from "@/lib/client/assessment/draft";
import type { Answer } from "@/lib/contracts/answers";
import { AnswerSide } from "./answer-side";
import { useAssessment } from "./assessment-context";
import { reasonId } from "./reason-field";

/** What somebody else answered while one was typing, and the three ways out. Yours stays beside it, and stays editable. */
export function ConflictView({ question, theirs }: { question: string; theirs: Answer }) {
  const { keeper, me, timeZone, open } = useAssessment();
  const isMine = theirs.savedBy?.id === me.id;

  function keepTheirs(): void {
    keeper.resolve(question, "theirs");
    const put = keeper.book.of(question).aside[0];
    toasts.show({
      text: "Theirs stays. Your text is put away, under this question.",
      action: put && { label: "Undo", run: () => keeper.takeBack(question, put.id) },
    });
    open(question, true);
  }
  function putTogether(): void {
    keeper.resolve(question, "both");
    document.getElementById(reasonId(question))?.focus();
  }
  function takeMine(): void {
    keeper.resolve(question, "mine");
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
