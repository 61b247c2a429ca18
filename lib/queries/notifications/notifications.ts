import "server-only";
import type { Scope } from "../../auth/scope";
import type { Notification, NotificationFilters, NotificationPage } from "../../contracts/notifications";
import { isNotificationKey, notificationKey } from "../../domain/notifications";
import { byCodePoint } from "../../domain/text";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { notACursor } from "../cursor";
import { overdueByOwner } from "./overdue-gaps";
import { waitingNow } from "./waiting";
import type { Waiting } from "./waiting-on-launch";

const PAGE = 50;

/**
 * What waits for the viewer, what is due first before the rest: computed from what is so at `now`, so that it is gone as soon
 * as it is done. One statement beside the look at what is new, while nothing changes.
 * @throws AppError invalid_input for a cursor that was not given here
 */
export async function loadNotifications(
  scope: Scope<"notification:list">,
  { cursor, limit = PAGE }: NotificationFilters,
  now: Date,
): Promise<NotificationPage> {
  const snapshot = await snapshotNow(now);
  const all = await waitingFor(scope.viewer.actor, snapshot, await waitingNow(snapshot));
  const after = cursor === undefined ? "" : keyIn(cursor);
  const rest = all.filter((item) => byCodePoint(notificationKey(item), after) > 0);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rest.length > limit && last ? cursorOf(last) : null,
    total: all.length,
    late: all.filter(({ late }) => late).length,
  };
}

/** A fix that was promised to a launch waits once: as its condition. */
async function waitingFor(
  actor: Scope["viewer"]["actor"],
  snapshot: Snapshot,
  waiting: readonly Waiting[],
): Promise<Notification[]> {
  const own = waiting.filter(({ waitsFor }) => waitsFor(actor)).map(({ item }) => item);
  const placeOf = ({ service, question }: Notification) => `${service?.slug} ${question?.key}`;
  const promised = new Set(own.filter(({ kind }) => kind === "condition").map(placeOf));
  const overdue = (await overdueByOwner(snapshot)).get(actor.id) ?? [];
  return [...own, ...overdue.filter((item) => !promised.has(placeOf(item)))].sort((a, b) =>
    byCodePoint(notificationKey(a), notificationKey(b)),
  );
}

const cursorOf = (item: Notification): string => Buffer.from(notificationKey(item)).toString("base64url");

function keyIn(cursor: string): string {
  const key = Buffer.from(cursor, "base64url").toString();
  if (!isNotificationKey(key)) throw notACursor();
  return key;
}
