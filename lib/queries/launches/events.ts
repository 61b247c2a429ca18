import "server-only";
import type { Scope } from "../../auth/scope";
import type { LaunchEvents } from "../../contracts/launches";
import { reader } from "../../db/transaction";
import type { LaunchEvent } from "../../domain/launch/events";
import { namesOf } from "../names";

/** What happened to a launch, oldest first, as its minutes are made from it (L9). */
export async function eventsOf(launchId: string): Promise<LaunchEvent[]> {
  const rows = await reader().launchEvent.findMany({ where: { launchId }, orderBy: { id: "asc" } });
  const names = await namesOf(rows.map(({ personId }) => personId));
  return rows.map(({ id, at, personId, kind, details }) => ({
    ...(details as object),
    ...{ id: String(id), at, kind },
    by: personId === null ? null : (names.get(personId) ?? { id: personId, name: "" }),
  })) as LaunchEvent[];
}

/** What happened to a launch, as the API shows it. */
export async function loadLaunchEvents(scope: Scope<"launch:read">): Promise<LaunchEvents> {
  const events = await eventsOf(scope.resource.id ?? "");
  return {
    items: events.map(({ id, at, by, kind, ...details }) => ({
      id,
      at: at.toISOString(),
      by,
      kind,
      details,
    })),
  };
}
