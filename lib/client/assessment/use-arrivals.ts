"use client";

import { useEffect, useState } from "react";
import { isAnswered } from "../live/concerns";
import { useLive } from "../live/use-live";

/** How long an answer counts as just given. */
const JUST_NOW_MS = 60_000;

/** By question: the name of who else answered it just now. */
export type Arrivals = ReadonlyMap<string, string>;

interface Arrival {
  name: string;
  at: number;
}

/**
 * The answers that others gave while this page is open, for a minute each.
 * @param me id of the person whose own answers are no news
 * @param tell is told of each in passing
 */
export function useArrivals(
  { me, service, since }: { me: string; service: string; since: string },
  tell: (question: string, name: string) => void,
): Arrivals {
  const [arrivals, setArrivals] = useState<ReadonlyMap<string, Arrival>>(new Map());
  useLive((news) => {
    if (news.kind === "reset") return;
    const { event } = news;
    const { question, actor, subject } = event;
    if (!isAnswered(event) || subject !== service || question === null || !actor || actor.id === me) return;
    setArrivals((before) => new Map(before).set(question, { name: actor.name, at: Date.now() }));
    tell(question, actor.name);
  }, since);
  useEffect(() => {
    if (arrivals.size === 0) return;
    const oldest = Math.min(...[...arrivals.values()].map(({ at }) => at));
    const timer = setTimeout(
      () =>
        setArrivals((before) => new Map([...before].filter(([, { at }]) => Date.now() - at < JUST_NOW_MS))),
      Math.max(0, oldest + JUST_NOW_MS - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [arrivals]);
  return new Map([...arrivals].map(([question, { name }]) => [question, name]));
}
