import "server-only";
import type { Scope } from "../../auth/scope";
import type { LaunchPage } from "../../contracts/launches";
import { reader } from "../../db/transaction";
import type { ServiceChoice } from "../../domain/filters";
import type { Outcome } from "../../domain/launch/vocabulary";
import { chosenOf } from "../../snapshot/choose";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { loadLaunchRows } from "./launch-rows";
import { launchesOf } from "./launches";

const DAY_MS = 86_400_000;
/** For how long it is said that an outcome is another one. */
const RECENT_DAYS = 14;

/** An outcome that became another one lately. */
export interface OutcomeMove {
  from: Outcome;
  to: Outcome;
  /** ISO 8601 */
  at: string;
}

/** The launches that come next. */
export interface NextLaunches extends Pick<LaunchPage, "items" | "people"> {
  /** How many are open, beyond those too. */
  total: number;
  /** What became of their outcomes lately, by id; nothing of one whose outcome stayed. */
  moved: Readonly<Record<string, OutcomeMove>>;
}

/**
 * The open launches of the services that filters choose, soonest first, and what changed for them lately. One statement where
 * there is none.
 * @param most how many of them
 */
export async function loadNextLaunches(
  scope: Scope<"launch:list">,
  choice: ServiceChoice,
  most: number,
  now: Date,
): Promise<NextLaunches> {
  const snapshot = await snapshotNow(now);
  const isNarrowed = Object.values(choice).some((value) => value !== undefined && value.length > 0);
  const ids = isNarrowed ? chosenOf(snapshot, choice).map(({ id }) => id) : null;
  const where = {
    state: "open" as const,
    ...(ids ? { services: { some: { serviceId: { in: ids } } } } : {}),
  };
  const total = await reader().launch.count({ where });
  const next =
    total === 0
      ? []
      : await loadLaunchRows(where, { take: most, orderBy: [{ targetDate: "asc" }, { id: "asc" }] });
  return {
    ...(await launchesOf(next, snapshot, scope.viewer.person.id)),
    total,
    moved: await movesOf(
      next.map(({ id }) => id),
      new Date(now.getTime() - RECENT_DAYS * DAY_MS),
    ),
  };
}

async function movesOf(launches: readonly string[], since: Date): Promise<NextLaunches["moved"]> {
  if (launches.length === 0) return {};
  const events = await reader().launchEvent.findMany({
    where: { launchId: { in: [...launches] }, kind: "outcome_changed", at: { gte: since } },
    orderBy: { id: "asc" },
    select: { launchId: true, at: true, details: true },
  });
  return Object.fromEntries(
    events.map(({ launchId, at, details }) => {
      const { from, to } = details as unknown as Omit<OutcomeMove, "at">;
      return [launchId, { from, to, at: at.toISOString() }];
    }),
  );
}
