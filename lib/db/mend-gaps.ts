import { givenBy } from "../domain/effective-verdict";
import { answerRun, type FactsFrom, type FactsLine, foldFacts, lastFlip } from "../domain/gap-changes";
import { gapRow } from "../domain/gap-row";
import { assessService } from "./assessment";
import { checklistVersion } from "./published-questions";
import type { LockedService } from "./service-lock";
import type { Tx } from "./transaction";

/**
 * The services whose gaps are not what their current row counts, or were given another answer since, and those whose row
 * does not say what their questions weigh: written by a release that did not know of it. One statement over current rows
 * and gaps.
 * @param except services that are not to be looked at again
 * @returns which, and whether it is their gaps
 */
export async function servicesToMend(
  tx: Tx,
  except: readonly string[],
  limit: number,
): Promise<{ id: string; gaps: boolean }[]> {
  return tx.$queryRaw<{ id: string; gaps: boolean }[]>`
    SELECT * FROM (SELECT t."serviceId" AS "id", t."weight" IS NULL AS "unweighed", (coalesce(g."changed", false) OR
      (t."gaps", t."blockers", t."accepted", t."stale", t."unanswered") IS DISTINCT FROM (coalesce(g."gaps", 0),
        coalesce(g."blockers", 0), coalesce(g."accepted", 0), coalesce(g."stale", 0), coalesce(g."unanswered", 0))
    ) AS "gaps" FROM "ServiceState" t LEFT JOIN (
      SELECT g."serviceId", count(*) AS "gaps", count(*) FILTER (WHERE g."critical" AND NOT g."accepted") AS "blockers",
        count(*) FILTER (WHERE g."accepted") AS "accepted", count(*) FILTER (WHERE g."stale") AS "stale",
        count(*) FILTER (WHERE g."given" IS NULL) AS "unanswered",
        bool_or(g."given" IS DISTINCT FROM a."verdict") AS "changed"
      FROM "Gap" g LEFT JOIN "Answer" a ON a."serviceId" = g."serviceId" AND a."questionKey" = g."questionKey"
      GROUP BY 1) g ON g."serviceId" = t."serviceId"
    WHERE t."serviceId" <> ALL(${except}::uuid[])) t
    WHERE "gaps" OR "unweighed" ORDER BY 1 LIMIT ${limit}`;
}

/** Writes what the questions of a locked service weigh into its current row, as of the instant that it is computed for. */
export async function mendWeight(tx: Tx, service: LockedService): Promise<void> {
  const where = { serviceId: service.id };
  const { computedAt } = await tx.serviceState.findUniqueOrThrow({ where });
  const { weight } = (await assessService(service, computedAt)).readiness;
  await tx.serviceState.update({ where, data: { weight } });
}

/**
 * Writes the gaps of a locked service anew, as of the instant that its current row is computed for, each with when it
 * opened by its history. Adds no point: nothing happened to the service.
 */
export async function mendGaps(tx: Tx, service: LockedService): Promise<void> {
  const { id } = service;
  const state = await tx.serviceState.findUniqueOrThrow({ where: { serviceId: id } });
  const until = state.computedAt;
  const { questions } = await assessService(service, until);
  const openedAt = await opened(tx, service, until);
  const rows = questions.flatMap(gapRow).map((row) => ({ ...row, openedAt: openedAt(row.questionKey) }));
  await tx.gap.deleteMany({ where: { serviceId: id } });
  await tx.gap.createMany({ data: rows.map((row) => ({ serviceId: id, ...row })) });
}

/** When each open question of a service became a gap. That it was retired or deleted for a while does not count. */
async function opened(tx: Tx, service: LockedService, until: Date): Promise<(key: string) => Date> {
  const orderBy = { id: "asc" as const };
  const lines = await tx.serviceFacts.findMany({ where: { serviceId: service.id }, orderBy });
  const entries = await tx.entry.findMany({
    where: { serviceId: service.id },
    orderBy,
    select: { questionKey: true, to: true, at: true, savedAt: true, meaning: true },
  });
  const versions = new Map<string, Awaited<ReturnType<typeof checklistVersion>>>();
  for (const { checklistVersionId } of lines) {
    versions.set(checklistVersionId, await checklistVersion(checklistVersionId));
  }
  const facts: FactsFrom[] = foldFacts(
    lines.map((line): FactsLine => ({ ...line, tier: line.tier as FactsLine["tier"] })),
    null,
  );
  return (key) => {
    const run = answerRun(entries.filter((entry) => entry.questionKey === key).map(givenBy));
    const questionOf = (version: string) =>
      versions.get(version)?.questions.find((question) => question.key === key);
    const history = { facts, run, questionOf, counts: () => true };
    const at = lastFlip(history, Number.NEGATIVE_INFINITY, until.getTime());
    return at === null ? until : new Date(at);
  };
}
