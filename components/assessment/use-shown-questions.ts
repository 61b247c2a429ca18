"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { isShown, type Show } from "./places";

const keysOf = (questions: readonly AssessedQuestion[], show: Show, me: string): ReadonlySet<string> =>
  new Set(questions.filter((question) => isShown(question, show, me)).map(({ key }) => key));

/**
 * The questions that are shown. Which those are is settled when somebody chooses, so that none goes from under the hand
 * that answers it; the choice stands in the address.
 * @param start what the address asked for
 */
export function useShownQuestions(questions: readonly AssessedQuestion[], start: Show, me: string) {
  const [chosen, setChosen] = useState(() => ({ show: start, keys: keysOf(questions, start, me) }));
  const latest = useRef(questions);
  useEffect(() => {
    latest.current = questions;
  });
  /** @returns what is shown from now on */
  const choose = useCallback(
    (show: Show): readonly AssessedQuestion[] => {
      const keys = keysOf(latest.current, show, me);
      setChosen({ show, keys });
      const search = show === "" ? "" : `?show=${show}`;
      history.replaceState(null, "", `${location.pathname}${search}${location.hash}`);
      return latest.current.filter(({ key }) => keys.has(key));
    },
    [me],
  );
  /** A question that somebody goes to is shown, whatever is chosen. */
  const include = useCallback((key: string) => {
    setChosen((before) =>
      before.show === "" || before.keys.has(key)
        ? before
        : { ...before, keys: new Set(before.keys).add(key) },
    );
  }, []);
  const { show, keys } = chosen;
  const list = useMemo(
    () => (show === "" ? questions : questions.filter(({ key }) => keys.has(key))),
    [questions, show, keys],
  );
  return { show, list, choose, include };
}
