import type { ConditionShown, DispositionShown, LaunchGap } from "@/lib/contracts/launch-parts";
import type { Launch } from "@/lib/contracts/launches";
import { type GapPlace, isSamePlace, type NamedQuestion, placeKey } from "./named-questions";

/** One line of what is decided on: an open gap, or one that a decision closed. */
export interface DecidedLine extends GapPlace {
  /** Null where it is no longer open. */
  gap: LaunchGap | null;
  /** The one that counts. */
  disposition: DispositionShown | null;
  condition: ConditionShown | null;
  critical: boolean;
  /** A blocker that still needs a decision. */
  undisposed: boolean;
}

type Of = Pick<Launch, "gaps" | "blockers" | "dispositions" | "conditions">;

/** Everything that was or is to be decided about, open gaps first, in their order. @param questions see LaunchFrame */
export function decidedLines(launch: Of, questions: Readonly<Record<string, NamedQuestion>>): DecidedLine[] {
  const inForce = launch.dispositions.filter(({ supersededAt }) => supersededAt === null);
  const conditionOf = (disposition: DispositionShown | null) =>
    launch.conditions.find(({ id }) => id === disposition?.condition) ?? null;
  const open = launch.gaps.map((gap): DecidedLine => {
    const disposition = inForce.find(({ id }) => id === gap.disposition) ?? null;
    return {
      ...{ service: gap.service, question: gap.question, gap, disposition, critical: gap.critical },
      condition: conditionOf(disposition),
      undisposed: launch.blockers.some((each) => each.disposition === null && isSamePlace(each, gap)),
    };
  });
  const closed = inForce
    .filter((each) => !launch.gaps.some((gap) => isSamePlace(gap, each)))
    .map(
      (disposition): DecidedLine => ({
        ...{ service: disposition.service, question: disposition.question, gap: null, disposition },
        condition: conditionOf(disposition),
        critical: questions[placeKey(disposition)]?.critical ?? true,
        undisposed: false,
      }),
    );
  return [...open, ...closed];
}

/** Blockers that somebody has to decide about now, in the order of the list: no decision counts, none waits with somebody else. */
export const toDecide = ({ gaps, blockers }: Pick<Of, "gaps" | "blockers">): LaunchGap[] =>
  gaps.filter(
    (gap) =>
      !gap.waiverAsked &&
      blockers.some((blocker) => blocker.disposition === null && isSamePlace(blocker, gap)),
  );

/**
 * The next of several gaps that still has to be decided about.
 * @param at of the last one that was looked at @returns null when none is left; and those before it that are decided by now
 */
export function nextToDecide(
  places: readonly GapPlace[],
  at: number,
  launch: Pick<Of, "gaps" | "blockers">,
): { next: { at: number; gap: LaunchGap } | null; passed: GapPlace[] } {
  const waiting = toDecide(launch);
  const passed: GapPlace[] = [];
  for (const [index, place] of places.entries()) {
    if (index <= at) continue;
    const gap = waiting.find((each) => isSamePlace(each, place));
    if (gap) return { next: { at: index, gap }, passed };
    passed.push(place);
  }
  return { next: null, passed };
}

/** Gaps that can be carried in one step: they block nothing, and nothing was decided about them (L2). */
export const carriable = (gaps: readonly LaunchGap[]): LaunchGap[] =>
  gaps.filter(
    ({ blocker, disposition, carried, waiver }) =>
      !blocker && disposition === null && !carried && waiver === null,
  );
