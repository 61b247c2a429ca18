import "server-only";
import type { Scope } from "../../auth/scope";
import type { SignedLaunch } from "../../contracts/launch-parts";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { evaluateAll } from "./evaluate";
import { loadLaunchRows } from "./launch-rows";

/**
 * The open launches of services on which somebody says go, up to date: what a change of these services may make out of date
 * (L5). One statement where there are none.
 * @param snapshotOf of these services at least; asked for where there are any
 * @returns by id of the service; none for most
 */
export async function signedLaunches(
  serviceIds: readonly string[],
  snapshotOf: () => Promise<Snapshot>,
): Promise<ReadonlyMap<string, readonly SignedLaunch[]>> {
  const rows = await loadLaunchRows({
    state: "open",
    services: { some: { serviceId: { in: [...serviceIds] } } },
    signOffs: { some: { supersededAt: null, decision: "go" } },
  });
  const found = new Map<string, SignedLaunch[]>();
  if (rows.length === 0) return found;
  for (const { rows: each, signOffs } of await evaluateAll(rows, await snapshotOf())) {
    const roles = signOffs
      .filter(
        ({ row, because }) => row.supersededAt === null && row.decision === "go" && because.length === 0,
      )
      .map(({ row }) => row.role);
    if (roles.length === 0) continue;
    for (const { serviceId } of each.services) {
      const own = found.get(serviceId) ?? [];
      found.set(serviceId, [...own, { launch: each.id, title: each.title, roles }]);
    }
  }
  return found;
}

/** The same of one service, for who edits its facts. */
export async function loadSignedLaunches(
  scope: Scope<"service:read">,
  now: Date,
): Promise<readonly SignedLaunch[]> {
  const { id } = scope.resource;
  return (await signedLaunches([id], () => snapshotNow(now))).get(id) ?? [];
}
