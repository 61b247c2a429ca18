import "server-only";
import { answersOf, lockServices } from "../../db/lock-services";
import { checklistVersion } from "../../db/published-questions";
import type { LockedService } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import { type AskedService, AskedServices, type KnownPlan } from "../../domain/import/known-answers";
import { fold } from "../../domain/import/rows";
import type { Tier } from "../../domain/vocabulary";

/** The services that rows of answers or plans name. */
export interface AskedThings {
  services: AskedServices;
  locked: ReadonlyMap<string, LockedService>;
  /** Lower-case addresses of everybody who can sign in, with their ids. */
  people: ReadonlyMap<string, string>;
}

/**
 * Loads the services that a file names, with their answers and plans.
 * @param names short names, or names, as they stand in the file
 * @param lock whether to lock them until the transaction ends
 */
export async function loadAsked(
  tx: Tx,
  names: readonly string[],
  now: Date,
  lock: boolean,
): Promise<AskedThings> {
  const texts = [...new Set(names.map(fold))];
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Service" WHERE "slug" = ANY(${texts}::text[])
      OR regexp_replace(btrim(lower(normalize("name"))), '\\s+', ' ', 'g') = ANY(${texts}::text[])`;
  const ids = found.map((row) => row.id);
  const locked = lock ? await lockServices(tx, ids, now) : new Map<string, LockedService>();
  const rows = await tx.service.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      slug: true,
      name: true,
      tier: true,
      tags: true,
      deletedAt: true,
      checklistVersionId: true,
    },
  });
  const answers = await answersOf(tx, ids);
  const plans = await plansOf(tx, ids);
  const services = await Promise.all(
    rows.map(async ({ deletedAt, checklistVersionId, tier, ...row }): Promise<AskedService> => {
      const { questions } = await checklistVersion(checklistVersionId);
      return {
        ...row,
        tier: tier as Tier,
        deleted: deletedAt !== null,
        questions,
        answers: answers(row.id),
        plans: plans.get(row.id) ?? new Map<string, KnownPlan>(),
      };
    }),
  );
  const people = await tx.person.findMany({ where: { disabledAt: null }, select: { id: true, email: true } });
  return {
    services: new AskedServices(services),
    locked,
    people: new Map(people.map(({ id, email }) => [email, id])),
  };
}

async function plansOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Map<string, KnownPlan>>> {
  type Row = Omit<KnownPlan, "dueOn"> & { serviceId: string; questionKey: string; dueOn: Date | null };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT g."serviceId", g."questionKey", o."email" AS "owner", g."dueOn", g."effortDays", g."state", g."ticket",
      g."note", g."version"
    FROM "GapPlan" g LEFT JOIN "Person" o ON o."id" = g."ownerId" WHERE g."serviceId" = ANY(${ids}::uuid[])`;
  const all = new Map<string, Map<string, KnownPlan>>();
  for (const { serviceId, questionKey, dueOn, ...plan } of rows) {
    const plans = all.get(serviceId) ?? new Map<string, KnownPlan>();
    plans.set(questionKey, { ...plan, dueOn: dueOn?.toISOString().slice(0, 10) ?? null });
    all.set(serviceId, plans);
  }
  return all;
}
