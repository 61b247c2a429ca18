import "server-only";
import type { Scope } from "../../auth/scope";
import type { LaunchFilters, LaunchPage, LaunchRow } from "../../contracts/launches";
import type { Prisma } from "../../db/generated/client";
import { daysBetween } from "../../domain/as-of";
import { searchWords } from "../../domain/search-text";
import { isUuid, patternOf } from "../../domain/text";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { notACursor, pageOf, readCursor } from "../cursor";
import { namesOf } from "../names";
import { dayColumn, dayText, type LaunchRows, loadLaunchRows } from "./launch-rows";
import { standingsOf } from "./standings";

const PAGE = 50;

/** A part of a text, whatever signs it holds. */
const holding = (part: string) => ({ contains: patternOf(part).slice(1, -1), mode: "insensitive" as const });

function whereOf({ q = "", service, team, from, to }: LaunchFilters): Prisma.LaunchWhereInput {
  const words = searchWords(q).map((word): Prisma.LaunchWhereInput => {
    const name = holding(word);
    return { OR: [{ title: name }, { services: { some: { service: { name } } } }] };
  });
  const day = { ...(from ? { gte: dayColumn(from) } : {}), ...(to ? { lte: dayColumn(to) } : {}) };
  return {
    ...(from || to ? { targetDate: day } : {}),
    AND: words,
    ...(service || team
      ? {
          services: {
            some: {
              service: { ...(service ? { slug: service } : {}), ...(team ? { team: { slug: team } } : {}) },
            },
          },
        }
      : {}),
  };
}

/** What a launch is listed by: open ones by their day, then closed ones, the latest first. */
const positionOf = ({ state, targetDate, closedAt, id }: LaunchRows) => ({
  value: state === "open" ? `open ${dayText(targetDate)}` : `closed ${closedAt?.toISOString() ?? ""}`,
  id,
});

/** The launches of a page and one more, in the order of the list. */
async function rowsOf(filters: LaunchFilters, limit: number): Promise<LaunchRows[]> {
  const { state, cursor } = filters;
  const where = whereOf(filters);
  const after = cursor === undefined ? null : readCursor(cursor);
  const [kind, value = ""] = after?.value.split(" ") ?? [];
  if (
    after &&
    ((kind !== "open" && kind !== "closed") || !isUuid(after.id) || Number.isNaN(Date.parse(value)))
  )
    throw notACursor();
  const open =
    (state === undefined || state === "open") && kind !== "closed"
      ? await loadLaunchRows(
          {
            AND: where,
            state: "open",
            ...(after
              ? {
                  OR: [
                    { targetDate: { gt: dayColumn(value) } },
                    { targetDate: dayColumn(value), id: { gt: after.id } },
                  ],
                }
              : {}),
          },
          { take: limit + 1, orderBy: [{ targetDate: "asc" }, { id: "asc" }] },
        )
      : [];
  if (state === "open" || open.length > limit) return open;
  const at = new Date(value);
  const closed = await loadLaunchRows(
    {
      AND: where,
      state: state ?? { not: "open" },
      ...(kind === "closed" && after
        ? { OR: [{ closedAt: { lt: at } }, { closedAt: at, id: { lt: after.id } }] }
        : {}),
    },
    { take: limit + 1 - open.length, orderBy: [{ closedAt: "desc" }, { id: "desc" }] },
  );
  return [...open, ...closed];
}

const namedServices = (ids: readonly { serviceId: string }[], snapshot: Snapshot) =>
  ids
    .flatMap(({ serviceId }) => snapshot.byId.get(serviceId) ?? [])
    .map(({ slug, facts }) => ({ slug, name: facts.name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Launches as they are listed for somebody, with the names of who is named. @param standings of them at least */
async function listed(
  rows: readonly LaunchRows[],
  standings: Awaited<ReturnType<typeof standingsOf>>,
  snapshot: Snapshot,
  me: string,
): Promise<Pick<LaunchPage, "items" | "people">> {
  const found = rows.flatMap((row) => {
    const standing = standings.get(row.id);
    return standing ? [{ row, standing, next: standing.turns[0] ?? null }] : [];
  });
  const names = await namesOf(found.flatMap(({ row, next }) => [row.facilitatorId, ...(next?.people ?? [])]));
  const items = found.map(({ row, standing, next }): LaunchRow => {
    const { outcome, overObjection, blockers, undisposed, openConditions, turns } = standing;
    const targetDate = dayText(row.targetDate);
    return {
      ...{ id: row.id, title: row.title, state: row.state, example: row.example, targetDate },
      services: namedServices(row.services, snapshot),
      daysLeft: row.state === "open" ? daysBetween(snapshot.day, targetDate) : null,
      facilitator: names.get(row.facilitatorId) ?? { id: row.facilitatorId, name: "" },
      ...{ outcome, overObjection, launchedWithoutGo: row.withoutGo, blockers, undisposed, openConditions },
      next,
      waitsForMe: turns.some(({ people }) => people.includes(me)),
      closedAt: row.closedAt?.toISOString() ?? null,
    };
  });
  return { items, people: Object.fromEntries([...names].map(([id, { name }]) => [id, name])) };
}

/**
 * A page of launches: open ones by their day, then closed ones, the latest first.
 * @throws AppError invalid_input for a cursor that was not given here
 */
export async function loadLaunches(
  scope: Scope<"launch:list">,
  filters: LaunchFilters,
  now: Date,
): Promise<LaunchPage> {
  const { limit = PAGE } = filters;
  const snapshot = await snapshotNow(now);
  const { page, nextCursor } = pageOf(await rowsOf(filters, limit), limit, positionOf);
  return { ...(await launchesOf(page, snapshot, scope.viewer.person.id)), nextCursor };
}

/**
 * The same, and the open ones whatever state is asked for, of which the page says how they stand: each launch is evaluated
 * once for both.
 * @param most how many open ones
 * @throws AppError invalid_input for a cursor that was not given here
 */
export async function loadLaunchesAndOpen(
  scope: Scope<"launch:list">,
  filters: LaunchFilters,
  most: number,
  now: Date,
): Promise<{ page: LaunchPage; open: LaunchRow[] }> {
  const { limit = PAGE, cursor: _, ...choice } = filters;
  const me = scope.viewer.person.id;
  const snapshot = await snapshotNow(now);
  const { page, nextCursor } = pageOf(await rowsOf(filters, limit), limit, positionOf);
  const open = (await rowsOf({ ...choice, state: "open" }, most)).slice(0, most);
  const all = new Map([...page, ...open].map((row) => [row.id, row]));
  const standings = await standingsOf([...all.values()], snapshot);
  return {
    page: { ...(await listed(page, standings, snapshot, me)), nextCursor },
    open: (await listed(open, standings, snapshot, me)).items,
  };
}

/** Launches as they are listed for somebody, with the names of who is named. */
export const launchesOf = async (
  rows: readonly LaunchRows[],
  snapshot: Snapshot,
  me: string,
): Promise<Pick<LaunchPage, "items" | "people">> =>
  listed(rows, await standingsOf(rows, snapshot), snapshot, me);
