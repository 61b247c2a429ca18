import { openness } from "../exposure";
import { byCodePoint } from "../text";
import type { AnswerState } from "../vocabulary";
import { BECAUSE_CODES } from "./vocabulary";
import type { Worse } from "./worse";

/** What was worse at an instant than in the state that was signed. */
export interface WorseAt {
  at: Date;
  worse: readonly Worse[];
}

/** Why a sign-off is out of date, and since when. */
export interface Because extends Worse {
  at: Date;
}

const placeOf = ({ code, service, question }: Worse): string => JSON.stringify([code, service, question]);

/** Staleness that is over does not count; one of an earlier answer is another. */
const isOver = (worse: Worse, now: readonly Worse[]): boolean =>
  worse.code === "critical_stale" &&
  !now.some((each) => placeOf(each) === placeOf(worse) && each.version === worse.version);

/** How bad one is among those with the same code about the same question. */
const badness = ({ code, after }: Worse): number =>
  code === "verdict_worse" ? openness(after as AnswerState) : 0;

/**
 * Why a sign-off is out of date (L5): everything that was worse in any state since, though it got better again, by the first
 * instant at which it was as bad as it came. Only a stale answer that was confirmed as it was, or better, is forgiven.
 * @param since all states since the one that was signed, of all services and the launch itself, in any order
 * @param now what is worse in the present state of them all
 * @returns worst first, then earliest; none while the sign-off is up to date
 */
export function outOfDateBecause(since: readonly WorseAt[], now: WorseAt): Because[] {
  const found = new Map<string, Because>();
  const states = [...since, now].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, worse } of states)
    for (const each of worse) {
      if (isOver(each, now.worse)) continue;
      const known = found.get(placeOf(each));
      if (!known || badness(each) > badness(known)) found.set(placeOf(each), { ...each, at });
    }
  return [...found.values()].sort(
    (a, b) =>
      BECAUSE_CODES.indexOf(a.code) - BECAUSE_CODES.indexOf(b.code) ||
      a.at.getTime() - b.at.getTime() ||
      byCodePoint(a.service ?? "", b.service ?? "") ||
      byCodePoint(a.question ?? "", b.question ?? ""),
  );
}
