import "server-only";
import { checklistVersion } from "../../db/published-questions";
import { answersOf, type LockedService, lockServices } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import { isOfThisGap, NO_PLAN } from "../../domain/gap-plan";
import { fold } from "../../domain/import-rows";
import type { Tier } from "../../domain/vocabulary";
import type { AssessedService, KnownPlan } from "../../import/known";
import { openSinceOf } from "../../snapshot/open-since";
import { snapshotIn } from "../../snapshot/snapshot-at";

/** The services that rows of answers or plans name. */
export interface KnownAnswers {
  services: AssessedService[];
  locked: ReadonlyMap<string, LockedService>;
  /** Lower-case addresses of everybody who can sign in, with their ids. */
  people: ReadonlyMap<string, string>;
  /** Those of everybody who ever could, but for who was invented: who may have given an answer. */
  authors: ReadonlyMap<string, string>;
}

/**
 * Loads the services that a file names, with their answers and plans.
 * @param names short names, or names, as they stand in the file
 * @param lock whether to lock them until the transaction ends
 */
export async function loadKnownAnswers(
  tx: Tx,
  names: readonly string[],
  now: Date,
  lock: boolean,
): Promise<KnownAnswers> {
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
      lifecycle: true,
      tags: true,
      deletedAt: true,
      checklistVersionId: true,
    },
  });
  const answers = await answersOf(tx, ids);
  const plans = await plansOf(tx, ids, now);
  const services = await Promise.all(
    rows.map(async ({ deletedAt, checklistVersionId, tier, ...row }): Promise<AssessedService> => {
      const { questions } = await checklistVersion(checklistVersionId);
      return {
        ...row,
        tier: tier as Tier,
        deleted: deletedAt !== null,
        questions,
        answers: answers(row.id),
        plans: plans.get(row.id) ?? new Map(),
      };
    }),
  );
  const people = await tx.person.findMany({
    select: { id: true, email: true, disabledAt: true, example: true },
  });
  const byAddress = (some: typeof people) => new Map(some.map(({ id, email }) => [email, id]));
  return {
    services,
    locked,
    people: byAddress(people.filter(({ disabledAt }) => disabledAt === null)),
    authors: byAddress(people.filter(({ example }) => !example)),
  };
}

/** The plans of services by question: of one about an earlier gap only its version. */
async function plansOf(
  tx: Tx,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Map<string, KnownPlan>>> {
  type Row = Omit<KnownPlan, "dueOn"> & {
    serviceId: string;
    questionKey: string;
    dueOn: Date | null;
    changedAt: Date;
  };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p."serviceId", p."questionKey", o."email" AS "owner", p."dueOn", p."effortDays", p."state", p."ticket",
      p."note", p."version", p."changedAt"
    FROM "GapPlan" p LEFT JOIN "Person" o ON o."id" = p."ownerId" WHERE p."serviceId" = ANY(${ids}::uuid[])`;
  const all = new Map<string, Map<string, KnownPlan>>();
  if (rows.length === 0) return all;
  const { byId } = await snapshotIn(tx, now, [...new Set(rows.map(({ serviceId }) => serviceId))]);
  for (const { serviceId, questionKey, dueOn, changedAt, ...rest } of rows) {
    const plans = all.get(serviceId) ?? new Map<string, KnownPlan>();
    const plan = { ...rest, dueOn: dueOn?.toISOString().slice(0, 10) ?? null };
    const isOurs = isOfThisGap(changedAt, openSinceOf(byId.get(serviceId), questionKey));
    all.set(serviceId, plans.set(questionKey, isOurs ? plan : { ...NO_PLAN, version: plan.version }));
  }
  return all;
}
