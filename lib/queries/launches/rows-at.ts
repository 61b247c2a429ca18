import "server-only";
import type { EventFacts } from "../../domain/launch/events";
import { dayColumn, type LaunchRows, type WholeLaunch } from "./launch-rows";

type ConditionChanged = EventFacts["condition_changed"];
type DispositionRow = LaunchRows["dispositions"][number];

/** Whether it had happened by an instant. */
const by =
  (at: Date) =>
  (row: { at: Date }): boolean =>
    row.at <= at;

/** An instant that was known by another one; null when it was still to come. */
const known = (instant: Date | null, at: Date): Date | null =>
  instant !== null && instant <= at ? instant : null;

/** A decision as it stood at an instant: the day and the owner of a condition are those from before they were changed. */
function dispositionAt(row: DispositionRow, changes: readonly ConditionChanged[], at: Date): DispositionRow {
  const of = changes.filter(({ condition }) => condition === row.id).map(({ change }) => change);
  const moved = of.find((change) => change.change === "moved");
  const handedOver = of.find((change) => change.change === "handed_over");
  return {
    ...row,
    supersededAt: known(row.supersededAt, at),
    dueOn: moved ? dayColumn(moved.from) : row.dueOn,
    ownerId: handedOver ? handedOver.from.id : row.ownerId,
  };
}

/**
 * A launch as its rows had it at an instant after it was planned: nothing that was signed, decided, overruled or planned since
 * is in it (L9). Who is named for a role has no history, and is as it is now.
 */
export function rowsAt(rows: WholeLaunch, at: Date): WholeLaunch {
  const isKnown = by(at);
  const plans = rows.plans.filter(isKnown);
  const plan = plans.at(-1);
  if (!plan) throw new RangeError("a launch is asked about before it was planned");
  const { what, undoHow, undoWho, targetDate, services } = plan;
  const changes = rows.events
    .filter((event) => event.kind === "condition_changed" && !isKnown(event))
    .map(({ details }) => details as unknown as ConditionChanged);
  return {
    ...rows,
    ...{ what, undoHow, undoWho, targetDate, plans },
    services: services.map((serviceId) => ({ serviceId })),
    roles: rows.roles.map((role) => ({ ...role, takenOffAt: known(role.takenOffAt, at) })),
    signOffs: rows.signOffs.filter(isKnown).map((signOff) => ({
      ...signOff,
      supersededAt: known(signOff.supersededAt, at),
      overrulings: signOff.overrulings.filter(isKnown),
    })),
    dispositions: rows.dispositions.filter(isKnown).map((row) => dispositionAt(row, changes, at)),
    events: rows.events.filter(isKnown),
  };
}
