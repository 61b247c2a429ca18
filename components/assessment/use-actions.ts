"use client";

import { useCallback, useEffect, useRef } from "react";
import type { AnswerStore } from "@/lib/client/assessment/answer-store";
import { isUnsaved, sendable } from "@/lib/client/assessment/draft";
import { missingToSave } from "@/lib/client/assessment/missing";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import type { Verdict } from "@/lib/domain/vocabulary";
import type { KeyAction } from "./keys";
import { isOpen, isUnanswered, neighbour, nextWhere } from "./places";
import { reasonId } from "./reason-field";

interface ActionParts {
  store: AnswerStore;
  /** Those that are shown. */
  questions: readonly AssessedQuestion[];
  /** Key of the one that is open; "" while it is not among them. */
  current: string;
  open: (question: string, focus: boolean) => void;
  say: (words: string) => void;
  readOnly: boolean;
}

/** At once, so that the next key already lands there. */
const focusReason = (question: string) => document.getElementById(reasonId(question))?.focus();
const focusEvidence = (question: string) =>
  document.getElementById(question)?.querySelector<HTMLElement>("[data-add-evidence]")?.click();

/** Where one comes to after the last question. */
export const FINISH = "finish";
/** Whether the keyboard is there: no question is at hand then. */
export const isAtFinish = () => document.activeElement?.closest(`#${FINISH}`) != null;
function goToFinish(): void {
  const finish = document.getElementById(FINISH);
  finish?.querySelector("h2")?.focus({ preventScroll: true });
  finish?.scrollIntoView({ block: "nearest" });
}

/** What keys and presses do on the page. The functions never change; they look at what is shown when they are called. */
export function useActions(parts: ActionParts) {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });

  const missingFrom = useCallback((key: string) => {
    const { store, questions } = latest.current;
    const { draft } = store.book.of(key);
    const question = questions.find((each) => each.key === key);
    return draft && question && isUnsaved(draft) ? missingToSave(sendable(draft), question) : [];
  }, []);

  const choose = useCallback(
    (key: string, verdict: Verdict, byArrow = false) => {
      const { store, readOnly, say } = latest.current;
      if (readOnly) return say("You cannot answer for this service.");
      const { draft } = store.book.of(key);
      const answer = store.book.newest(key);
      if (!draft && answer?.verdict === verdict) {
        if (answer.stale) store.confirm(key);
        return;
      }
      store.edit(key, { verdict }, byArrow ? "soon" : "now");
      const wantsWords = missingFrom(key).some(({ field }) => field === "reason" || field === "evidence");
      if (wantsWords && !byArrow) focusReason(key);
    },
    [missingFrom],
  );

  const saveAndMoveOn = useCallback(
    (key: string) => {
      const { store, questions, open, say } = latest.current;
      const [missing] = missingFrom(key);
      if (missing) {
        say(missing.message);
        if (missing.field === "reason" || missing.field === "evidence") focusReason(key);
        return;
      }
      store.flush(key);
      const next = neighbour(questions, key, 1);
      if (next && next.key !== key) open(next.key, true);
      else goToFinish();
    },
    [missingFrom],
  );

  const act = useCallback(
    (action: KeyAction) => {
      const { store, questions, current, open, say, readOnly } = latest.current;
      if (action.kind === "next" || action.kind === "previous") {
        store.flush(current);
        const isBack = action.kind === "previous";
        if (isAtFinish()) return isBack && current !== "" ? open(current, true) : undefined;
        const to = neighbour(questions, current, isBack ? -1 : 1);
        return to && (isBack || to.key !== current) ? open(to.key, true) : goToFinish();
      }
      if (action.kind === "unanswered" || action.kind === "open") {
        const isUnansweredOnly = action.kind === "unanswered";
        const to = nextWhere(questions, current, isUnansweredOnly ? isUnanswered : isOpen);
        if (to) return open(to.key, true);
        return say(isUnansweredOnly ? "Every question here has an answer." : "No question here is open.");
      }
      // what is answered by a key is the question that one is at
      if (isAtFinish()) return;
      if (action.kind === "verdict") return choose(current, action.verdict);
      if (readOnly) return say("You cannot answer for this service.");
      if (action.kind === "reason") focusReason(current);
      else if (action.kind === "evidence") focusEvidence(current);
      else store.confirm(current);
    },
    [choose],
  );

  return { act, choose, saveAndMoveOn };
}
