import { ApiProblem } from "@/lib/client/request";
import type { WorthGap } from "@/lib/contracts/exposure";

/** A gap that could not be planned, and why. */
export interface RefusedGap {
  gap: WorthGap;
  why: string;
}

/** As many as one request plans. */
const MOST_AT_ONCE = 500;
/** Up to so many gaps each can have an owner and a day of its own. */
export const MOST_OF_THEIR_OWN = 20;

/** What is filled in; "" stays as it is. */
export interface PlanDraft {
  owner: string;
  dueOn: string;
}

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

/** The teams of gaps, each once: the names are not known here. */
export const teamsOf = (gaps: readonly Pick<WorthGap, "team">[]) =>
  [...new Set(gaps.map(({ team }) => team))].map((slug) => ({ slug, name: "The team" }));

/** What is planned for all of them: only what was filled in, so that the rest of each plan stays. */
export function setOf({ owner, dueOn }: PlanDraft) {
  return { ...(owner === "" ? {} : { owner }), ...(dueOn === "" ? {} : { dueOn }) };
}

/** What is planned of each gap: its own where it has one, else the common one. Those of which nothing is, are left out. */
export function plansOf(
  gaps: readonly WorthGap[],
  common: PlanDraft,
  own: Readonly<Record<string, Partial<PlanDraft>>>,
): { gap: WorthGap; set: ReturnType<typeof setOf> }[] {
  return gaps.flatMap((gap) => {
    const set = setOf({ ...common, ...own[keyOf(gap)] });
    return Object.keys(set).length === 0 ? [] : [{ gap, set }];
  });
}

/** In parts that one request takes. */
export function partsOf<T>(all: readonly T[], most = MOST_AT_ONCE): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, part) =>
    all.slice(part * most, (part + 1) * most),
  );
}

/**
 * Plans part after part, and stops at the first that is refused: what was planned before stays planned.
 * @param onPlanned told after each part
 * @returns the part that failed, and why; null when all are planned
 */
export async function planInParts<T>(
  plans: readonly T[],
  post: (part: readonly T[]) => Promise<unknown>,
  onPlanned: (part: readonly T[]) => void,
): Promise<{ part: readonly T[]; error: unknown } | null> {
  for (const part of partsOf(plans)) {
    try {
      await post(part);
    } catch (error) {
      return { part, error };
    }
    onPlanned(part);
  }
  return null;
}

/** What a gap is known by. */
export const keyOf = ({ service, question }: WorthGap) => `${service}/${question}`;

/** The gaps that are left when some are taken out. */
export function without(gaps: readonly WorthGap[], out: readonly { gap: WorthGap }[]): WorthGap[] {
  const keys = new Set(out.map(({ gap }) => keyOf(gap)));
  return gaps.filter((gap) => !keys.has(keyOf(gap)));
}
