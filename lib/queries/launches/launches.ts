import "server-only";
import type { Scope } from "../../auth/scope";
import type { LaunchFilters, LaunchPage, LaunchRow } from "../../contracts/launches";
import type { Prisma } from "../../db/generated/client";
import { daysBetween } from "../../domain/as-of";
import { isUuid } from "../../domain/text";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { notACursor, pageOf, readCursor } from "../cursor";
import { namesOf } from "../names";
import { enabledPeople, evaluate, waiverStates } from "./evaluate";
import { dayColumn, dayText, type LaunchRows, loadLaunchRows } from "./launch-rows";
import type { SharedLaunch } from "./present";
import { turnsOf } from "./turns";

const PAGE = 50;

type Listed = Omit<LaunchRow, "facilitator" | "waitsForMe"> & { facilitator: string };

function whereOf({ service, team, from, to }: LaunchFilters): Prisma.LaunchWhereInput {
  const day = { ...(from ? { gte: dayColumn(from) } : {}), ...(to ? { lte: dayColumn(to) } : {}) };
  return {
    ...(from || to ? { targetDate: day } : {}),
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
            ...where,
            state: "open",
            ...(after
              ? {
                  AND: {
                    OR: [
                      { targetDate: { gt: dayColumn(value) } },
                      { targetDate: dayColumn(value), id: { gt: after.id } },
                    ],
                  },
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
      ...where,
      state: state ?? { not: "open" },
      ...(kind === "closed" && after
        ? { AND: { OR: [{ closedAt: { lt: at } }, { closedAt: at, id: { lt: after.id } }] } }
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

/** Launches as they are listed, in the order in which they come. */
export async function listed(rows: readonly LaunchRows[], snapshot: Snapshot): Promise<Listed[]> {
  const open = rows.filter(({ frozen }) => frozen === null);
  const context = { waivers: await waiverStates(open), people: open.length > 0 ? await enabledPeople() : 0 };
  const items: Listed[] = [];
  for (const each of rows) {
    const common = {
      ...{ id: each.id, title: each.title, state: each.state, example: each.example },
      services: namedServices(each.services, snapshot),
      targetDate: dayText(each.targetDate),
      facilitator: each.facilitatorId,
      launchedWithoutGo: each.withoutGo,
      closedAt: each.closedAt?.toISOString() ?? null,
    };
    if (each.frozen) {
      const frozen = each.frozen as unknown as SharedLaunch;
      const isReviewDue = each.reviewDueOn !== null && each.reviewedAt === null;
      items.push({
        ...common,
        daysLeft: null,
        outcome: frozen.outcome,
        overObjection: frozen.overObjection,
        blockers: frozen.blockers.length,
        undisposed: frozen.blockers.filter(({ disposition }) => disposition === null).length,
        openConditions: frozen.conditions.filter(({ state }) => state === "open" || state === "overdue")
          .length,
        next: isReviewDue
          ? {
              ...{ what: "review", role: null, service: null, question: null, people: [] },
              dueOn: each.reviewDueOn && dayText(each.reviewDueOn),
            }
          : null,
      });
      continue;
    }
    const evaluated = await evaluate(each, snapshot, context);
    items.push({
      ...common,
      daysLeft: daysBetween(snapshot.day, common.targetDate),
      outcome: evaluated.outcome.outcome,
      overObjection: evaluated.outcome.overObjection,
      blockers: evaluated.blockers.length,
      undisposed: evaluated.undisposed.length,
      openConditions: evaluated.conditions.filter(({ state }) => state === "open" || state === "overdue")
        .length,
      next: turnsOf(evaluated)[0] ?? null,
    });
  }
  return items;
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

/** Launches as they are listed for somebody, with the names of who is named. */
export async function launchesOf(
  rows: readonly LaunchRows[],
  snapshot: Snapshot,
  me: string,
): Promise<Pick<LaunchPage, "items" | "people">> {
  const items = await listed(rows, snapshot);
  const names = await namesOf(
    items.flatMap(({ facilitator, next }) => [facilitator, ...(next?.people ?? [])]),
  );
  return {
    items: items.map((item) => ({
      ...item,
      facilitator: names.get(item.facilitator) ?? { id: item.facilitator, name: "" },
      waitsForMe: item.next?.people.includes(me) ?? false,
    })),
    people: Object.fromEntries([...names].map(([id, { name }]) => [id, name])),
  };
}
