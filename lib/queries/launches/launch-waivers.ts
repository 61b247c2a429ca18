import "server-only";
import { reader } from "../../db/transaction";
import { type WaiverState, waiverStateAt } from "../../domain/waiver";
import type { Snapshot } from "../../snapshot/snapshot";
import type { LaunchRows } from "./launch-rows";

/** A waiver as far as a launch goes by it. */
export interface LaunchWaiver {
  id: string;
  /** The request that a disposition made: itself, or what it renews. */
  asked: string;
  state: WaiverState;
  requestedAt: Date;
  decidedById: string | null;
  decidedAt: Date | null;
  decisionReason: string;
  soleDecider: boolean;
  /** YYYY-MM-DD */
  until: string | null;
  endsAt: Date | null;
  endedAt: Date | null;
  endedById: string | null;
  endReason: string;
}

/**
 * The waivers that dispositions of launches asked for, by the id that was asked for: each with those that renew it, which
 * follow on without a day between, so that it did not end (S6). One statement; none where nothing was asked for.
 */
export async function waiversOf(
  launches: readonly Pick<LaunchRows, "dispositions">[],
): Promise<ReadonlyMap<string, readonly LaunchWaiver[]>> {
  const ids = launches.flatMap(({ dispositions }) => dispositions.flatMap(({ waiverId }) => waiverId ?? []));
  const found = new Map<string, LaunchWaiver[]>();
  if (ids.length === 0) return found;
  const rows = await reader().$queryRaw<LaunchWaiver[]>`
    WITH RECURSIVE c AS (
      SELECT w."id", w."id" AS "asked", 0 AS "place" FROM "Waiver" w WHERE w."id" = ANY(${ids}::uuid[])
      UNION ALL SELECT w."id", c."asked", c."place" + 1 FROM "Waiver" w JOIN c ON w."renewsId" = c."id"
      WHERE w."state" IN ('in_force', 'ended'))
    SELECT w."id", c."asked", w."state"::text AS "state", w."requestedAt", w."decidedById", w."decidedAt",
      w."decisionReason", w."soleDecider", w."until"::text AS "until", w."endsAt", w."endedAt", w."endedById", w."endReason"
    FROM c JOIN "Waiver" w ON w."id" = c."id" ORDER BY c."asked", c."place", w."decidedAt"`;
  for (const row of rows) found.set(row.asked, [...(found.get(row.asked) ?? []), row]);
  return found;
}

/**
 * How far what a disposition asked for was at the instant of a snapshot: where it was renewed, the waiver that was so last.
 * What is known in a present counts, even where it is dated ahead of the clock.
 */
export function stateOfWaiver(
  waivers: readonly LaunchWaiver[],
  { at, past }: Pick<Snapshot, "at" | "past">,
): WaiverState {
  const states = waivers.map((waiver) => {
    const known = [waiver.requestedAt, waiver.decidedAt, waiver.endedAt].map((each) => each?.getTime() ?? 0);
    return waiverStateAt(waiver, past ? at : new Date(Math.max(at.getTime(), ...known)));
  });
  return (
    states.findLast((state, place) => place === 0 || state === "in_force" || state === "ended") ?? "withdrawn"
  );
}
