import "server-only";
import type { Changes } from "../../contracts/changes";
import type { ChangeCause } from "../../domain/gap-changes";
import { READY } from "../../domain/standing";
import type { AssessedThen } from "../past/assess-all-at";
import type { Ends } from "./changed-gaps";

type Moved = Changes["services"][number];
type Stood = NonNullable<Moved["from"]>;

/** Where a service stood; null when it was not there. */
function stood(end: AssessedThen | null): Moved["from"] {
  if (!end || end.facts.deletedAt) return null;
  const { standing, score } = end.readiness;
  return { standing, score, lifecycle: end.facts.lifecycle, tier: end.facts.tier };
}

/** A service that stands elsewhere than it stood, as a list of one; empty where it does not. */
export function movedService({ from, to }: Ends, causes: readonly ChangeCause[]): Moved[] {
  const shown = to ?? from;
  const [before, after] = [stood(from), stood(to)];
  if (!shown || JSON.stringify(before) === JSON.stringify(after)) return [];
  const { slug, name, team } = shown.facts;
  return [{ service: slug, serviceName: name, team, from: before, to: after, causes: [...causes].sort() }];
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
