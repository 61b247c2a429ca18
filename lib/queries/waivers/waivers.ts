import "server-only";
import type { Scope } from "../../auth/scope";
import type { WaiverFilters, WaiverPage, WaiverRow } from "../../contracts/waivers";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { gapWorth } from "../../domain/gap-worth";
import { type Actor, can } from "../../domain/policy";
import { lastSoonDay, WAIVER_STATES, type WaiverState } from "../../domain/waiver";
import { carriedBy } from "../../snapshot/carried";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { notACursor, pageOf, readCursor } from "../cursor";
import { deciderIds, presentWaiver, selectWaivers, stateSql, type WaiverRead } from "./waiver";

const PAGE = 50;

/** A waiver, and where it stands in the list: its group, then an instant in ms, turned round where the latest comes first. */
type Placed = WaiverRead & { group: number; key: number };

const placeSql = (now: Date) => {
  const ms = (instant: string) => Prisma.raw(`round(extract(epoch FROM ${instant}) * 1000)::float8`);
  return Prisma.sql`
    CASE ${stateSql(now)} WHEN 'requested' THEN 0 WHEN 'in_force' THEN 1 ELSE 2 END AS "group",
    CASE ${stateSql(now)} WHEN 'requested' THEN ${ms('w."requestedAt"')} WHEN 'in_force' THEN ${ms('w."endsAt"')}
      ELSE -${ms('coalesce(w."endedAt", w."endsAt", w."decidedAt")')} END AS "key"`;
};

/**
 * Waivers and requests for them, of services that are not deleted: open requests first, those waiting longest before; then
 * those in force, by their end; then the others, the latest first. Three statements.
 */
export async function loadWaivers(
  scope: Scope<"waiver:list">,
  { state, cursor, limit = PAGE, ...choice }: WaiverFilters,
  now: Date,
): Promise<WaiverPage> {
  const snapshot = await snapshotNow(now);
  const deciders = await deciderIds();
  const { actor } = scope.viewer;
  const after = cursor === undefined ? null : positionOf(cursor);
  const rows = await reader().$queryRaw<Placed[]>`
    SELECT * FROM (${selectWaivers(now, Prisma.sql`, ${placeSql(now)}`)} WHERE ${chosenSql(choice)}) p
    WHERE ${state?.length ? Prisma.sql`p."state" = ANY(${state}::text[])` : Prisma.sql`true`}
      AND ${after ? Prisma.sql`(p."group", p."key", p."id") > (${after.group}::int, ${after.key}::float8, ${after.id}::uuid)` : Prisma.sql`true`}
    ORDER BY p."group", p."key", p."id" LIMIT ${limit + 1}`;
  const { page, nextCursor } = pageOf(rows, limit, ({ group, key, id }) => ({
    value: `${group} ${key}`,
    id,
  }));
  const items: WaiverRow[] = [];
  for (const { group: _, key: __, ...row } of page) {
    items.push({ ...(await presentWaiver(row, actor, deciders)), ...worthOf(row, snapshot) });
  }
  return { items, nextCursor, total: await totalOf(choice, actor, deciders, snapshot, now) };
}

type Choice = Pick<WaiverFilters, "service" | "team">;

const chosenSql = ({ service, team }: Choice): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`s."deletedAt" IS NULL`,
      ...(service?.length ? [Prisma.sql`s."slug" = ANY(${service}::text[])`] : []),
      ...(team?.length ? [Prisma.sql`m."slug" = ANY(${team}::text[])`] : []),
    ],
    " AND ",
  );

/** What the gap of a waiver is expected to cause (R8). */
function worthOf(
  { serviceId, question: key }: WaiverRead,
  { byId, pricing }: Snapshot,
): Pick<WaiverRow, "incidentsPerYear" | "expectedLoss"> {
  const then = byId.get(serviceId);
  const asked = then?.question(then.checklist.placeOf(key) ?? -1);
  if (!then || !asked?.gap) return { incidentsPerYear: null, expectedLoss: null };
  const { question, verdict } = asked;
  const { incidentsPerYear, expectedLoss } = gapWorth(question.costs, verdict, then.facts.tier, pricing);
  return { incidentsPerYear, expectedLoss };
}

async function totalOf(
  choice: Choice,
  actor: Actor,
  deciders: readonly string[],
  snapshot: Snapshot,
  now: Date,
): Promise<WaiverPage["total"]> {
  const rows = await reader().$queryRaw<{ state: WaiverState; count: number; own: number; soon: number }[]>`
    SELECT ${stateSql(now)} AS "state", count(*)::int AS "count",
      count(*) FILTER (WHERE w."requestedById" = ${actor.id}::uuid)::int AS "own",
      count(*) FILTER (WHERE w."until" <= ${lastSoonDay(snapshot.day)}::date)::int AS "soon"
    FROM "Waiver" w JOIN "Service" s ON s."id" = w."serviceId" JOIN "Team" m ON m."id" = s."teamId"
    WHERE ${chosenSql(choice)} GROUP BY 1`;
  const of = (state: WaiverState) => rows.find((row) => row.state === state);
  const open = of("requested");
  const isAlone = deciders.every((id) => id === actor.id);
  const mayDecide = can(actor, "waiver:decide", { teamId: null });
  const services = snapshot.services.filter(
    ({ slug, facts, accepted }) =>
      accepted > 0 &&
      (!choice.service?.length || choice.service.includes(slug)) &&
      (!choice.team?.length || choice.team.includes(teamOf(snapshot, facts.teamId).slug)),
  );
  return {
    byState: Object.fromEntries(
      WAIVER_STATES.map((state) => [state, of(state)?.count ?? 0]),
    ) as WaiverPage["total"]["byState"],
    toDecide: mayDecide && open ? open.count - (isAlone ? 0 : open.own) : 0,
    endingSoon: of("in_force")?.soon ?? 0,
    acceptedLoss: carriedBy(services, snapshot.model).now.accepted.expectedLoss,
    currency: snapshot.inForce?.currency ?? null,
  };
}

function positionOf(cursor: string): { group: number; key: number; id: string } {
  const { value, id } = readCursor(cursor);
  const [group = Number.NaN, key = Number.NaN] = value.split(" ").map(Number);
  if (!Number.isInteger(group) || !Number.isFinite(key) || Math.abs(group) > 9) throw notACursor();
  return { group, key, id };
}
