import "server-only";
import { checklistVersion } from "../../db/published-questions";
import { answersOf, type LockedService, lockServices } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import type { Question } from "../../domain/checklist";
import { agesOutAt, type GivenAnswer } from "../../domain/effective-verdict";
import { isOfThisGap, NO_PLAN } from "../../domain/gap-plan";
import { fold } from "../../domain/import-rows";
import type { Tier } from "../../domain/vocabulary";
import type { AssessedService, KnownPlan } from "../../import/known";

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
  const plans = await plansOf(tx, ids);
  const services = await Promise.all(
    rows.map(async ({ deletedAt, checklistVersionId, tier, ...row }): Promise<AssessedService> => {
      const { questions } = await checklistVersion(checklistVersionId);
      return {
        ...row,
        tier: tier as Tier,
        deleted: deletedAt !== null,
        questions,
        answers: answers(row.id),
        plans: inForce(plans.get(row.id), answers(row.id), questions, now),
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

interface PlanRow {
  plan: KnownPlan;
  changedAt: Date;
  openedAt: Date | null;
}

/** The plans of services by question, each with when the gap that is open began; null when no row says one. */
async function plansOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Map<string, PlanRow>>> {
  type Row = Omit<KnownPlan, "dueOn"> &
    Omit<PlanRow, "plan"> & { serviceId: string; questionKey: string; dueOn: Date | null };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p."serviceId", p."questionKey", o."email" AS "owner", p."dueOn", p."effortDays", p."state", p."ticket",
      p."note", p."version", p."changedAt", g."openedAt"
    FROM "GapPlan" p LEFT JOIN "Person" o ON o."id" = p."ownerId"
      LEFT JOIN "Gap" g ON g."serviceId" = p."serviceId" AND g."questionKey" = p."questionKey"
    WHERE p."serviceId" = ANY(${ids}::uuid[])`;
  const all = new Map<string, Map<string, PlanRow>>();
  for (const { serviceId, questionKey, dueOn, changedAt, openedAt, ...plan } of rows) {
    const plans = all.get(serviceId) ?? new Map<string, PlanRow>();
    const day = dueOn?.toISOString().slice(0, 10) ?? null;
    plans.set(questionKey, { plan: { ...plan, dueOn: day }, changedAt, openedAt });
    all.set(serviceId, plans);
  }
  return all;
}

/** What is planned about the gaps that are open at an instant: of a plan about an earlier one only its version. */
function inForce(
  plans: ReadonlyMap<string, PlanRow> | undefined,
  answers: ReadonlyMap<string, GivenAnswer>,
  questions: readonly Question[],
  now: Date,
): Map<string, KnownPlan> {
  const asked = new Map(questions.map((question) => [question.key, question]));
  const planned = [...(plans ?? [])].map(([key, { plan, changedAt, openedAt }]): [string, KnownPlan] => {
    const [question, answer] = [asked.get(key), answers.get(key)];
    // What ageing opened, before the job wrote it down, has no row yet.
    const stale = question && answer && answer.verdict === "yes" ? agesOutAt(answer, question) : null;
    const opened = openedAt ?? (stale && stale <= now ? stale : null);
    return [key, isOfThisGap(changedAt, opened) ? plan : { ...NO_PLAN, version: plan.version }];
  });
  return new Map(planned);
}
