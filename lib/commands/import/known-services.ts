import "server-only";
import { type LockedService, lockServices } from "../../db/service-lock";
import { textColumns } from "../../db/service-texts";
import type { Tx } from "../../db/transaction";
import { fold } from "../../domain/import-rows";
import { canBeRestored } from "../../domain/restoration";
import type { KnownService, KnownTeam } from "../../import/known";
import type { Wanted } from "../../import/wanted";

/** What is there of what a file is about. */
export interface KnownThings {
  teams: KnownTeam[];
  services: KnownService[];
  /** The locked ones by id; empty in a dry run. */
  locked: ReadonlyMap<string, LockedService>;
}

/**
 * Loads the teams, and the services that a file may mean or depend on.
 * @param lock whether to lock them until the transaction ends: services by id, then teams
 */
export async function loadKnown(tx: Tx, wanted: Wanted, now: Date, lock: boolean): Promise<KnownThings> {
  const ids = await mentioned(tx, wanted);
  const locked = lock ? await lockServices(tx, ids, now) : new Map<string, LockedService>();
  if (lock) await tx.$queryRaw`SELECT 1 FROM "Team" WHERE "deletedAt" IS NULL ORDER BY "id" FOR SHARE`;
  const teams = await tx.$queryRaw<KnownTeam[]>`
    SELECT "id", "slug", "name", "description", "externalRef", "deletedAt" IS NOT NULL AS "deleted"
    FROM "Team" ORDER BY "id"`;
  type Row = Omit<KnownService, "deleted" | "restorable" | "dependsOn"> & { deletedAt: Date | null };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "id", "slug", "name", ${textColumns()}, "teamId", "tier", "lifecycle", "tags", "links", "externalRef", "version",
      "deletedAt"
    FROM "Service" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id"`;
  const dependencies = await dependenciesOf(tx, ids);
  const services = rows.map(({ deletedAt, ...row }) => ({
    ...row,
    dependsOn: dependencies.get(row.id) ?? [],
    deleted: deletedAt !== null,
    restorable: deletedAt !== null && canBeRestored(deletedAt, now),
  }));
  return { teams, services, locked };
}

async function dependenciesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, KnownService["dependsOn"]>> {
  const rows = await tx.$queryRaw<{ serviceId: string; id: string; slug: string }[]>`
    SELECT d."serviceId", o."id", o."slug" FROM "ServiceDependency" d JOIN "Service" o ON o."id" = d."dependsOnId"
    WHERE d."serviceId" = ANY(${ids}::uuid[]) ORDER BY o."slug"`;
  const all = new Map<string, KnownService["dependsOn"]>();
  for (const { serviceId, ...row } of rows) all.set(serviceId, [...(all.get(serviceId) ?? []), row]);
  return all;
}

/** The ids of all services that a reference, short name or name in the file could mean. */
async function mentioned(tx: Tx, { services }: Wanted): Promise<string[]> {
  const texts = [
    ...new Set(
      services.flatMap(({ ref, slug, name, dependsOn }) =>
        [ref, slug, name, ...(dependsOn ?? [])].flatMap((text) => (text === null ? [] : [fold(text)])),
      ),
    ),
  ];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Service" WHERE "externalRef" = ANY(${texts}::text[]) OR "slug" = ANY(${texts}::text[])
      OR regexp_replace(btrim(lower(normalize("name"))), '\\s+', ' ', 'g') = ANY(${texts}::text[])`;
  return rows.map((row) => row.id);
}
