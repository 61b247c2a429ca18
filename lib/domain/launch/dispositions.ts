import type { WaiverState } from "../waiver";
import type { ConditionState, DispositionKind } from "./vocabulary";

/** A gap of a service, by short name and key. */
export interface GapPlace {
  service: string;
  question: string;
}

/** A decision about a gap as it was recorded, and what has become of what it asked for (L2). */
export interface Disposition extends GapPlace {
  id: string;
  kind: DispositionKind;
  at: Date;
  /** Id of who decided. */
  by: string;
  /** Of an `accept`: how far the waiver is that it asked for; null for other kinds. */
  waiver: WaiverState | null;
  /** Of a `fix_before`: how far its condition is; null for other kinds. */
  condition: ConditionState | null;
  /** The gap closed by it or after it, and is open again. */
  reopened: boolean;
}

const placeOf = ({ service, question }: GapPlace): string => JSON.stringify([service, question]);

/** Something that says which gaps are carried: they were, or one of them was decided about by itself. */
export type CarriedStep<Gap extends GapPlace> = { carried: readonly Gap[] } | { decided: GapPlace };

/**
 * The gaps that are carried: taken along together with others, and undecided since (L2).
 * @param steps in the order in which they happened
 */
export function carriedGaps<Gap extends GapPlace>(steps: readonly CarriedStep<Gap>[]): Gap[] {
  const found = new Map<string, Gap>();
  for (const step of steps) {
    if ("decided" in step) found.delete(placeOf(step.decided));
    else for (const gap of step.carried) found.set(placeOf(gap), gap);
  }
  return [...found.values()];
}

/** Whether what a decision asked for came to nothing: a waiver that is not to be any more, a condition withdrawn. */
const cameToNothing = ({ waiver, condition }: Disposition): boolean =>
  (waiver !== null && waiver !== "requested" && waiver !== "in_force") || condition === "withdrawn";

/**
 * The dispositions that count, one of a gap at most (L2): its last one, unless the gap opened again since, or what the
 * decision asked for came to nothing.
 * @param recorded in the order in which they were decided
 */
export function countingDispositions<D extends Disposition>(recorded: readonly D[]): D[] {
  const last = new Map<string, D>();
  for (const each of recorded) {
    const known = last.get(placeOf(each));
    if (!known || known.at <= each.at) last.set(placeOf(each), each);
  }
  return [...last.values()].filter((each) => !each.reopened && !cameToNothing(each));
}

/**
 * Whether a decision that counts leaves nothing to decide about a gap that is still open (L2): it is to be fixed by a day, or
 * another person accepted its risk. What closed a gap says nothing about one that is open.
 */
const disposesOfOpen = ({ kind, condition, waiver }: Disposition): boolean =>
  (kind === "fix_before" && condition !== "met") || (kind === "accept" && waiver === "in_force");

/** The blockers that still need a decision (L2). @param recorded see countingDispositions */
export function undisposed<Blocker extends GapPlace>(
  blockers: readonly Blocker[],
  recorded: readonly Disposition[],
): Blocker[] {
  const done = new Set(countingDispositions(recorded).filter(disposesOfOpen).map(placeOf));
  return blockers.filter((blocker) => !done.has(placeOf(blocker)));
}
