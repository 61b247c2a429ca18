import "server-only";
import { STAMP } from "../../db/changes/stamp";
import { reader } from "../../db/transaction";
import { mayReview } from "../../domain/launch/closing";
import { can } from "../../domain/policy";
import { decidesOwn } from "../../domain/waiver";
import { derived, keyOf } from "../../snapshot/derived";
import type { Snapshot } from "../../snapshot/snapshot";
import { type Evaluated, enabledPeople, evaluateAll } from "../launches/evaluate";
import { dayText, loadLaunchRows } from "../launches/launch-rows";
import { deciderIds } from "../waivers/waiver";
import { gapNamed, notificationOf, type Waiting, waitingOnLaunch } from "./waiting-on-launch";

/**
 * What waits of launches and waivers, and for whom: worked out once for all who ask until something changes. One statement
 * when nothing did; else one for each kind of which there is nothing.
 */
export async function waitingNow(snapshot: Snapshot): Promise<readonly Waiting[]> {
  const [row] = await reader().$queryRaw<{ stamp: string }[]>`SELECT ${STAMP} AS "stamp"`;
  return derived(snapshot, keyOf("waiting", { stamp: row?.stamp }), async () => {
    const open = await evaluateAll(await loadLaunchRows({ state: "open" }), snapshot);
    return [
      ...open.flatMap(waitingOnLaunch),
      ...(await waiversToDecide(snapshot, open)),
      ...(await reviewsToWrite(snapshot)),
    ];
  });
}

interface RequestRow {
  id: string;
  serviceId: string;
  question: string;
  requestedBy: string;
  requestedAt: Date;
  /** Last day of the waiver that is in force for the gap, YYYY-MM-DD; null without one. */
  until: string | null;
}

/**
 * Requests for waivers, for whoever may decide them, but not for who asked (L8): due when the waiver that is in force ends, or
 * when the launch is that asks for it.
 */
async function waiversToDecide(snapshot: Snapshot, open: readonly Evaluated[]): Promise<Waiting[]> {
  const rows = await reader().$queryRaw<RequestRow[]>`
    SELECT w."id", w."serviceId", w."questionKey" AS "question", w."requestedById" AS "requestedBy", w."requestedAt",
      (SELECT f."until"::text FROM "Waiver" f WHERE f."serviceId" = w."serviceId" AND f."questionKey" = w."questionKey"
        AND f."state" = 'in_force') AS "until"
    FROM "Waiver" w WHERE w."state" = 'requested'`;
  if (rows.length === 0) return [];
  const deciders = await deciderIds();
  return rows.flatMap(({ id, serviceId, question, requestedBy, requestedAt, until }): Waiting[] => {
    const then = snapshot.byId.get(serviceId);
    if (!then || then.deletedAt) return [];
    const launch = open.find(({ rows: { dispositions } }) =>
      dispositions.some(({ waiverId, supersededAt }) => waiverId === id && supersededAt === null),
    )?.rows;
    const [dueOn = null] = [until, launch && dayText(launch.targetDate)].flatMap((day) => day ?? []).sort();
    const item = notificationOf("decide_waiver", [id], snapshot.day, {
      ...gapNamed(then, question),
      ...{ waiver: id, since: requestedAt.toISOString(), dueOn },
      launch: launch ? { id: launch.id, title: launch.title } : null,
    });
    const resource = { teamId: then.facts.teamId, personId: requestedBy };
    return [
      {
        item,
        waitsFor: (actor) =>
          can(actor, "waiver:decide", resource) && decidesOwn(requestedBy, actor.id, deciders) !== null,
      },
    ];
  });
}

const REVIEW = {
  ...{ id: true, title: true, facilitatorId: true, reviewDueOn: true, closedAt: true },
  services: { select: { serviceId: true } },
  events: { where: { kind: "closed" }, select: { personId: true } },
} as const;

/**
 * Reviews of launches without a go (L9), for who facilitated them and for the teams of their services, but not for who said
 * that it was launched; where that was the facilitator, for admins and executives, too.
 */
async function reviewsToWrite(snapshot: Snapshot): Promise<Waiting[]> {
  const rows = await reader().launch.findMany({
    where: { state: "launched", reviewDueOn: { not: null }, reviewedAt: null },
    select: REVIEW,
  });
  if (rows.length === 0) return [];
  const people = await enabledPeople();
  return rows.map(({ id, title, facilitatorId, reviewDueOn, closedAt, services, events }) => {
    const launchedBy = events[0]?.personId ?? "";
    const teamIds = services.flatMap(({ serviceId }) => snapshot.byId.get(serviceId)?.facts.teamId ?? []);
    const resource = { teamId: null, launch: { teamIds, facilitatorId, signerIds: [] } };
    const since = closedAt?.toISOString() ?? null;
    const dueOn = reviewDueOn && dayText(reviewDueOn);
    return {
      item: notificationOf("review", [id], snapshot.day, { launch: { id, title }, since, dueOn }),
      waitsFor: (actor) =>
        can(actor, "launch:review", resource) &&
        mayReview(actor.id, launchedBy, people) &&
        (launchedBy === facilitatorId ||
          actor.id === facilitatorId ||
          teamIds.some((team) => actor.teams[team] !== undefined)),
    };
  });
}
