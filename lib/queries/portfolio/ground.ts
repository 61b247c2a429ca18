import "server-only";
import { type Ground, groundEnds, readGround } from "../../db/ground";
import { reader } from "../../db/transaction";
import { assessAllAt } from "../past/assess-all-at";
import type { Moment } from "../past/moment";
import { type AgedState, agedStates } from "../services/current-states";
import { kept } from "./kept";

/**
 * The ground of a dashboard for a viewer, whose stamp is usually known already: then, while nothing changes, no
 * statement at all. @param withFirst for a trend over all time
 */
export async function groundFor(
  { stamp }: { stamp?: string | undefined },
  now: Date,
  withFirst = false,
): Promise<Ground> {
  if (stamp === undefined) return readGround(now, withFirst);
  const ground = await kept(JSON.stringify(["ground", stamp, withFirst]), now, async () => {
    const value = await readGround(now, withFirst);
    return { value, until: groundEnds(value, now) };
  });
  // What is read after the stamp may be newer than it says, never older: it may be kept under it.
  return { ...ground, stamp };
}

/**
 * The services that ageing changed up to a moment without a row that says so yet, as they were then: none, and no
 * statement, as long as the ageing job keeps up.
 */
export async function agedAt({ due }: Ground, { at, past }: Moment, now: Date): Promise<AgedState[]> {
  if (!due) return [];
  const aged = await agedStates(now);
  if (!past) return aged;
  const rows = await reader().$queryRaw<{ serviceId: string }[]>`
    SELECT "serviceId" FROM "ServiceState" WHERE "nextChangeAt" <= ${at}::timestamptz`;
  const ids = new Set(rows.map((row) => row.serviceId));
  const then = await assessAllAt(
    aged.map((each) => each.serviceId).filter((id) => ids.has(id)),
    at,
  );
  return [...then].map(([serviceId, { readiness }]) => ({ ...readiness, serviceId, gapRows: [] }));
}
