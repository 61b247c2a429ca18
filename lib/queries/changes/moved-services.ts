import "server-only";
import type { Changes } from "../../contracts/changes";
import { STATE_CODE } from "../../domain/effective-verdict";
import type { ChangeCause } from "../../domain/gap-changes";
import { READY } from "../../domain/standing";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { hasEntriesAfter } from "../../snapshot/stages";

type Moved = Changes["services"][number];
type Stood = NonNullable<Moved["from"]>;

/** Where a service stood; null when it was not there. */
function stood(end: ServiceThen | null): Moved["from"] {
  if (!end || end.facts.deleted) return null;
  const { standing, score, facts } = end;
  return { standing, score, lifecycle: facts.lifecycle, tier: facts.tier };
}

const isSame = (a: Moved["from"], b: Moved["from"]): boolean =>
  a === null || b === null
    ? a === b
    : a.standing === b.standing && a.score === b.score && a.lifecycle === b.lifecycle && a.tier === b.tier;

/**
 * A service that stands elsewhere than it stood, as a list of one; empty where it does not.
 * @param since ms
 * @param isRatedAnew what it led to then is another by the rates of later
 */
export function movedService(
  from: ServiceThen | null,
  to: ServiceThen,
  { since, isRatedAnew, teams }: { since: number; isRatedAnew: boolean; teams: Snapshot["teams"] },
): Moved[] {
  const [before, after] = [stood(from), stood(to)];
  if (isSame(before, after)) return [];
  const { slug, facts } = to;
  const causes = causesSince(to, since);
  if (isRatedAnew) causes.add("rates");
  const place = { service: slug, serviceName: facts.name, team: teamOf({ teams }, facts.teamId).slug };
  return [{ ...place, from: before, to: after, causes: [...causes].sort() }];
}

/** By what a service may have come to stand elsewhere: what was done since an instant (ms), and what aged. */
function causesSince(to: ServiceThen, since: number): Set<ChangeCause> {
  const causes = new Set<ChangeCause>();
  const { facts } = to.service;
  for (const [index, { at, deleted, checklistVersionId }] of facts.entries()) {
    if (at.getTime() <= since || at.getTime() > to.knownUntil) continue;
    const before = facts[index - 1];
    if (!before) causes.add("created");
    else if (before.deleted !== deleted) causes.add(deleted ? "deleted" : "restored");
    else causes.add(before.checklistVersionId === checklistVersionId ? "facts" : "checklist");
  }
  if (hasEntriesAfter(to, since)) causes.add("answer");
  const isThere = !to.facts.deleted;
  if (hasWaiversBy(to, since) || (isThere && hasWaiversOver(to, since))) causes.add("waiver");
  if (isThere && hasAged(to, since)) causes.add("ageing");
  return causes;
}

/** Whether a risk was accepted since an instant (ms), or not any more, other than by its date or what happened to the gap. */
function hasWaiversBy({ service, knownUntil }: ServiceThen, since: number): boolean {
  const { waivers, answers, facts } = service;
  const isIn = (at: number) => at > since && at <= knownUntil;
  const isAlone = (at: number) => !answers.at.includes(at) && !facts.some((each) => each.at.getTime() === at);
  return waivers.some(
    ({ grantedAt, endsAt, endedAt }) =>
      isIn(grantedAt) || (isIn(endedAt) && endedAt <= endsAt && isAlone(endedAt)),
  );
}

/** Whether the day of a waiver ended since an instant (ms). */
const hasWaiversOver = ({ service, knownUntil, assessedAt }: ServiceThen, since: number): boolean =>
  service.waivers.some(
    ({ endsAt, endedAt }) => endsAt >= since && endsAt < Math.min(knownUntil, assessedAt) && endedAt > endsAt,
  );

/** Whether an answer to what is asked now went stale by its age since an instant (ms), whatever was answered afterwards. */
function hasAged(to: ServiceThen, since: number): boolean {
  const { starts, at, savedAt, answers, questions } = to.service.answers;
  for (const [index, code] of questions.entries()) {
    const place = to.checklist.codes.indexOf(code);
    if (place < 0 || !to.isAsked(place)) continue;
    const { freshMs, meaning } = to.checklist.questions[place] as (typeof to.checklist.questions)[number];
    let replacedAt = Math.min(to.knownUntil, to.assessedAt) + 1;
    for (let entry = (starts[index + 1] as number) - 1; entry >= (starts[index] as number); entry -= 1) {
      const [arrived, answer] = [at[entry] as number, answers[entry] as number];
      const agesOut = (savedAt[entry] as number) + freshMs;
      const canAge = (answer & 7) < STATE_CODE.not_applicable && answer >> 3 >= meaning;
      if (canAge && agesOut > since && agesOut >= arrived && agesOut < replacedAt) return true;
      replacedAt = Math.min(replacedAt, arrived);
      if (replacedAt <= since) break;
    }
  }
  return false;
}

/** What a reader wants to see first: who came or left, who changed its standing, then by how far the score moved. */
export function distance({ from, to }: Moved): number {
  if (!from || !to) return 300;
  const standing = from.standing === to.standing ? 0 : 200;
  return standing + Math.abs((to.score ?? 0) - (from.score ?? 0));
}

const counts = (end: Moved["from"]): end is Stood => end !== null && end.lifecycle !== "retired";
const isReady = (end: Moved["from"]): boolean => counts(end) && READY.includes(end.standing);

/**
 * How many services came, left, became ready and fell back, as the portfolio counts them: one that is retired has left
 * (S8), and one that came ready has become so.
 */
export function countMoves(
  services: readonly Moved[],
): Pick<Changes["total"], "came" | "left" | "becameReady" | "fellBack"> {
  const count = (test: (each: Moved) => boolean) => services.filter(test).length;
  return {
    came: count(({ from, to }) => !counts(from) && counts(to)),
    left: count(({ from, to }) => counts(from) && !counts(to)),
    becameReady: count(({ from, to }) => !isReady(from) && isReady(to)),
    fellBack: count(({ from, to }) => isReady(from) && counts(to) && !isReady(to)),
  };
}
