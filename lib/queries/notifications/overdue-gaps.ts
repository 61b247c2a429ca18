import "server-only";
import type { Notification } from "../../contracts/notifications";
import { derived } from "../../snapshot/derived";
import { planOf } from "../../snapshot/plan-of";
import type { Snapshot } from "../../snapshot/snapshot";
import { isOverdue } from "../gaps/chosen-gaps";
import { gapNamed, notificationOf } from "./waiting-on-launch";

/** The gaps that somebody is to fix and that are overdue, by the id of who: no statement, and worked out once for all. */
export const overdueByOwner = (snapshot: Snapshot): Promise<ReadonlyMap<string, readonly Notification[]>> =>
  derived(snapshot, "overdue gaps by owner", async () => {
    const found = new Map<string, Notification[]>();
    for (const [id, plans] of snapshot.plans) {
      const then = snapshot.byId.get(id);
      if (!then?.counts) continue;
      for (const key of plans.keys()) {
        const place = then.checklist.placeOf(key);
        const plan = place !== undefined && then.isGap(place) ? planOf(snapshot, then, place) : null;
        if (!plan || plan.ownerId === null || !isOverdue(plan, snapshot.day)) continue;
        const about = { dueOn: plan.dueOn, ...gapNamed(then, key) };
        const item = notificationOf("gap", [then.slug, key], snapshot.day, about);
        found.set(plan.ownerId, [...(found.get(plan.ownerId) ?? []), item]);
      }
    }
    return found;
  });
