import "server-only";
import type { Scope } from "../../auth/scope";
import type { SignedLaunch } from "../../contracts/launch-parts";
import { serviceWorse } from "../../domain/launch/worse";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { type Evaluated, evaluateAll } from "./evaluate";
import { loadLaunchRows } from "./launch-rows";
import { factsOfRevisions } from "./revision";
import { serviceState } from "./service-states";

/** A service as a change would make it. */
export type Supposed = (then: ServiceThen, snapshot: Snapshot) => Promise<ServiceThen>;

/**
 * The open launches of services on which somebody says go, up to date (L5). One statement where there are none.
 * @param snapshotOf of these services at least; asked for where there are any
 * @param suppose what a change would make of them: then only those whose goes it makes out of date; left out where that is
 *   not known, for what a change may make so
 * @returns by id of the service; none for most
 */
export async function signedLaunches(
  serviceIds: readonly string[],
  snapshotOf: () => Promise<Snapshot>,
  suppose?: Supposed,
): Promise<ReadonlyMap<string, readonly SignedLaunch[]>> {
  const rows = await loadLaunchRows({
    state: "open",
    services: { some: { serviceId: { in: [...serviceIds] } } },
    signOffs: { some: { supersededAt: null, decision: "go" } },
  });
  const found = new Map<string, SignedLaunch[]>();
  if (rows.length === 0) return found;
  for (const evaluated of await evaluateAll(rows, await snapshotOf())) {
    const { id: launch, title } = evaluated.rows;
    const signed = evaluated.signOffs
      .filter(
        ({ row, because }) => row.supersededAt === null && row.decision === "go" && because.length === 0,
      )
      .map(({ row }) => row);
    for (const then of evaluated.services) {
      if (!serviceIds.includes(then.id)) continue;
      const roles = (suppose ? await fallen(evaluated, signed, then, suppose) : signed).map(
        ({ role }) => role,
      );
      if (roles.length > 0) found.set(then.id, [...(found.get(then.id) ?? []), { launch, title, roles }]);
    }
  }
  return found;
}

type Signed = Evaluated["signOffs"][number]["row"];

/** Those of some sign-offs to which a service would be worse than what they saw. */
async function fallen(
  { rows, history: { snapshot } }: Evaluated,
  signed: readonly Signed[],
  then: ServiceThen,
  suppose: Supposed,
): Promise<Signed[]> {
  const seen = await factsOfRevisions(
    rows.id,
    signed.map(({ revision }) => revision),
  );
  const state = serviceState(await suppose(then, snapshot), snapshot.timeZone);
  return signed.filter(({ revision }) => {
    const before = seen.get(revision)?.services.find(({ service }) => service === then.slug);
    return before !== undefined && serviceWorse(before, state).length > 0;
  });
}

/** The same of one service, for who edits its facts. */
export async function loadSignedLaunches(
  scope: Scope<"service:read">,
  now: Date,
): Promise<readonly SignedLaunch[]> {
  const { id } = scope.resource;
  return (await signedLaunches([id], () => snapshotNow(now))).get(id) ?? [];
}
