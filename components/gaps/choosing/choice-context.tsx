"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { type ChoosableGap, keyOf, toggled } from "./chosen-gaps";

interface GapChoice {
  gaps: readonly ChoosableGap[];
  chosen: readonly ChoosableGap[];
  isChosen: (key: string) => boolean;
  /** @param toHere with all from the one pressed before */
  press: (key: string, toHere: boolean) => void;
  all: (choose: boolean) => void;
}
const Choice = createContext<GapChoice | null>(null);

/** @throws RangeError outside of a GapChoiceProvider */
export function useGapChoice(): GapChoice {
  const choice = useContext(Choice);
  if (choice === null) throw new RangeError("Choosing needs a GapChoiceProvider above it.");
  return choice;
}

/** Lets gaps of a list be chosen: by their boxes, with shift up to one, with `x` where the focus is. */
export function GapChoiceProvider({
  gaps,
  children,
}: {
  gaps: readonly ChoosableGap[];
  children: ReactNode;
}) {
  const [set, setSet] = useState<ReadonlySet<string>>(new Set());
  const from = useRef<string | null>(null);
  const choice = useMemo((): GapChoice => {
    const keys = gaps.map(keyOf);
    return {
      gaps,
      chosen: gaps.filter((gap) => set.has(keyOf(gap))),
      isChosen: (key) => set.has(key),
      press: (key, toHere) => {
        const start = toHere ? from.current : null;
        from.current = key;
        setSet((before) => toggled(before, keys, key, start));
      },
      all: (choose) => setSet(new Set(choose ? keys : [])),
    };
  }, [gaps, set]);

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const { target } = event;
    if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof HTMLElement) || target.closest("[role=dialog], textarea, select")) return;
    if (target instanceof HTMLInputElement && target.type !== "checkbox") return;
    const key = target.closest<HTMLElement>("[data-gap]")?.dataset.gap;
    if (key === undefined || !choice.gaps.some((gap) => keyOf(gap) === key)) return;
    event.preventDefault();
    choice.press(key, false);
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
  return <Choice.Provider value={choice}>{children}</Choice.Provider>;
}
