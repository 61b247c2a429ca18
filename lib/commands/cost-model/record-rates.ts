import "server-only";
import { yieldRegularly } from "../../config/yield-regularly";
import { type Point, writePoints } from "../../db/record-readiness";
import type { Tx } from "../../db/transaction";
import { ratedChecklists } from "../../snapshot/checklists";
import { assessThen, type ServiceThen } from "../../snapshot/service-then";
import { snapshotIn } from "../../snapshot/snapshot-at";

/**
 * Counts changed rates: a readiness point for every service whose incidents they change (H2). All services are locked,
 * what ageing did to them is written down, and the model that is in force from `at` on is there.
 * @param ids of the services that are asked about; all of them when left out
 * @returns how many services are expected to have other incidents
 */
export async function recordRates(tx: Tx, at: Date, ids?: readonly string[]): Promise<number> {
  const { services, models, titles } = await snapshotIn(tx, at, ids);
  const ms = at.getTime();
  const versions = services.map(({ facts }) => facts.checklistVersionId);
  const ratedBefore = await ratedChecklists(versions, models, new Date(ms - 1), titles);
  const points: Point[] = [];
  const breathe = yieldRegularly();
  for (const now of services) {
    const pause = breathe();
    if (pause) await pause;
    const { service, facts, knownUntil } = now;
    if (facts.deleted) continue;
    const before = assessThen(service, facts, ratedBefore(facts.checklistVersionId), knownUntil, ms);
    if (before.incidents.some((each, index) => each !== now.incidents[index])) points.push(pointOf(now, at));
  }
  await writePoints(tx, points);
  return points.length;
}

function pointOf(then: ServiceThen, at: Date): Point {
  const { id, facts, nextChange, byCost: incidents } = then;
  const { teamId, tier, lifecycle } = facts;
  return {
    service: { id, teamId, tier, lifecycle, deletedAt: null },
    ...{ cause: "rates", at, counted: then, incidents },
    nextChangeAt: Number.isFinite(nextChange) ? new Date(nextChange) : null,
  };
}
