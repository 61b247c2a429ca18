import "server-only";
import type { Scope } from "../../auth/scope";
import type { LaunchEvents } from "../../contracts/launches";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import type { EventOf, GapRef, LaunchEvent, PersonRef } from "../../domain/launch/events";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { namesOf } from "../names";
import { type Evaluated, evaluate } from "./evaluate";
import { loadLaunchRows } from "./launch-rows";

/**
 * What happened to a launch, as its minutes are made from it (L9): what was written down, oldest first, then what happened with
 * nobody doing anything on it.
 */
export async function eventsOf(evaluated: Evaluated): Promise<LaunchEvent[]> {
  const { id: launchId } = evaluated.rows;
  const rows = await reader().launchEvent.findMany({ where: { launchId }, orderBy: { id: "asc" } });
  const conditions = evaluated.history.decisions.conditionEvents();
  const waivers = evaluated.dispositions.flatMap(
    ({ row }) => evaluated.waivers.get(row.waiverId ?? "") ?? [],
  );
  const names = await namesOf([
    ...rows.map(({ personId }) => personId),
    ...conditions.flatMap(({ by, row }) => [by, row.ownerId ?? row.byId]),
    ...waivers.flatMap(({ decidedById, endedById }) => [decidedById, endedById]),
  ]);
  const personOf = (id: string): PersonRef => names.get(id) ?? { id, name: "" };
  const byOf = (id: string | null): PersonRef | null => (id === null ? null : personOf(id));
  const written = rows.map(({ id, at, personId, kind, details }) => ({
    ...(details as object),
    ...{ id: String(id), at, kind, by: byOf(personId) },
  })) as LaunchEvent[];
  const ofConditions = conditions.map(
    ({ row, at, by, change }): LaunchEvent => ({
      id: `condition ${row.id} ${change.change} ${at.toISOString()}`,
      ...{ at, by: byOf(by), kind: "condition_changed", condition: row.id, gap: gapRef(evaluated, row) },
      ...{ owner: personOf(row.ownerId ?? row.byId), change },
    }),
  );
  return [...written, ...ofConditions, ...waiverEvents(evaluated, byOf)];
}

/** A gap as minutes print it, as the snapshot knows it today. */
function gapRef(
  { history }: Evaluated,
  { serviceId, questionKey: question }: Evaluated["dispositions"][number]["row"],
): GapRef {
  const then = history.snapshot.byId.get(serviceId);
  const title = then?.checklist.titleOf(question) ?? question;
  const service = then?.slug ?? serviceId;
  return { service, serviceName: then?.facts.name ?? service, question, title };
}

/** What was decided about risks that were to be accepted, and that one is accepted no more: one that is renewed did not end. */
function waiverEvents(
  evaluated: Evaluated,
  byOf: (id: string | null) => PersonRef | null,
): EventOf<"waiver_decided">[] {
  const now = evaluated.history.snapshot.at;
  return evaluated.dispositions.flatMap(({ row }) => {
    const waivers = evaluated.waivers.get(row.waiverId ?? "") ?? [];
    const gap = gapRef(evaluated, row);
    return waivers.flatMap((waiver, place): EventOf<"waiver_decided">[] => {
      const { id, state, decidedAt, decidedById, decisionReason, until, endsAt, soleDecider } = waiver;
      if (!decidedAt) return [];
      const common = { kind: "waiver_decided" as const, gap, soleDecider };
      const decided = {
        ...{ ...common, id: `waiver ${id} decided`, at: decidedAt, until, by: byOf(decidedById) },
        ...{ decision: state === "refused" ? ("refused" as const) : ("granted" as const) },
        reason: decisionReason,
      };
      const isOver = endsAt !== null && endsAt < now;
      const endedAt = waiver.endedAt ?? (isOver ? new Date(endsAt.getTime() + 1) : null);
      if (!endedAt || place < waivers.length - 1) return [decided];
      const ended = { ...common, id: `waiver ${id} ended`, at: endedAt, until: null };
      return [decided, { ...ended, by: byOf(waiver.endedById), decision: "ended", reason: waiver.endReason }];
    });
  });
}

/** What happened to a launch, as the API shows it, oldest first. */
export async function presentEvents(evaluated: Evaluated): Promise<LaunchEvents> {
  const events = await eventsOf(evaluated);
  return {
    items: events
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ id, at, by, kind, ...details }) => ({ id, at: at.toISOString(), by, kind, details })),
  };
}

/** The same for whoever may read the launch. @throws AppError not_found */
export async function loadLaunchEvents(scope: Scope<"launch:read">, now: Date): Promise<LaunchEvents> {
  const snapshot = await snapshotNow(now);
  const [rows] = await loadLaunchRows({ id: scope.resource.id ?? "" });
  if (!rows) throw new AppError("not_found", { message: "This launch no longer exists." });
  return presentEvents(await evaluate(rows, snapshot));
}
