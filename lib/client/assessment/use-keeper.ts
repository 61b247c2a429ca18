"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Scorecard } from "../../contracts/scorecard";
import type { AnswerKeeper } from "./answer-keeper";
import { keeperFor } from "./keepers";
import { type Locals, NO_LOCALS } from "./local";

/**
 * The keeper of a service's answers, and what it knows, for a screen that shows them.
 * @param say is told in words what happened, for those who listen
 */
export function useKeeper(
  me: string,
  scorecard: Scorecard,
  say: (words: string) => void,
): { keeper: AnswerKeeper; locals: Locals } {
  const { id, slug } = scorecard.service;
  const [{ keeper, adopt, listener }] = useState(() => {
    const made = keeperFor({ me, service: { id, slug } });
    made.keeper.receive(scorecard.questions);
    return made;
  });
  const locals = useSyncExternalStore(keeper.book.subscribe, keeper.book.locals, () => NO_LOCALS);
  useEffect(() => keeper.receive(scorecard.questions), [keeper, scorecard.questions]);
  useEffect(() => {
    listener.say = say;
    return () => {
      listener.say = () => {};
    };
  }, [listener, say]);
  useEffect(() => {
    void adopt();
    return () => keeper.flushAll();
  }, [adopt, keeper]);
  return { keeper, locals };
}
