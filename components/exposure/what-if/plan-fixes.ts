import { ApiProblem } from "@/lib/client/request";
import type { WorthGap } from "@/lib/contracts/exposure";

/** A gap that could not be planned, and why. */
export interface RefusedGap {
  gap: WorthGap;
  why: string;
}

/** As many as one request plans. */
export const MOST_AT_ONCE = 500;

/** Why each gap was refused, by its place in the request; empty when the refusal is about something else. */
export function refusedGaps(error: unknown, sent: readonly WorthGap[]): RefusedGap[] {
  if (!(error instanceof ApiProblem)) return [];
  const byPlace = new Map<number, string>();
  for (const { field, message } of error.problem.errors ?? []) {
    const place = /^gaps\.(\d+)(?:\.|$)/.exec(field)?.[1];
    if (place !== undefined && !byPlace.has(Number(place))) byPlace.set(Number(place), message);
  }
  return [...byPlace].flatMap(([place, why]) => {
    const gap = sent[place];
    return gap === undefined ? [] : [{ gap, why }];
  });
}

/** What is planned for all of them: only what was filled in, so that the rest of each plan stays. */
export function setOf({ owner, dueOn }: { owner: string; dueOn: string }) {
  return { ...(owner === "" ? {} : { owner }), ...(dueOn === "" ? {} : { dueOn }) };
}

const keyOf = ({ service, question }: WorthGap) => `${service}/${question}`;

/** The gaps that are left when some are taken out. */
export function without(gaps: readonly WorthGap[], out: readonly RefusedGap[]): WorthGap[] {
  const keys = new Set(out.map(({ gap }) => keyOf(gap)));
  return gaps.filter((gap) => !keys.has(keyOf(gap)));
}
