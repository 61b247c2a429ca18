import { type CostModel, ratesOf } from "../domain/cost-model";
import { expectedIncidents, type IncidentsByCost } from "../domain/exposure";
import { type AnswerState, COSTS, type Verdict } from "../domain/vocabulary";
import { checklistVersion } from "./published-questions";
import type { Tx } from "./transaction";

const AT_A_TIME = 1_000;

interface Asked {
  serviceId: string;
  versionId: string;
  incidents: IncidentsByCost;
  /** Question, effective verdict, whether a waiver is in force. */
  gaps: [string, Verdict | null, boolean][];
}

/**
 * Counts changed rates in every service that has a gap in one of their questions: its current row, and a readiness point
 * (H2), where its incidents are different. Nothing else about a service follows from rates, so that its gaps are all that
 * is read. All services are locked, and what ageing did to them is written down.
 * @param rates in force from `at` on
 * @param questions keys of those whose rates may be different
 * @param example only in what is invented
 * @returns how many services are expected to have other incidents
 */
export async function recordRates(
  tx: Tx,
  rates: CostModel["rates"],
  questions: readonly string[],
  at: Date,
  { example = false } = {},
): Promise<number> {
  let changed = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await tx.$queryRaw<Asked[]>`
      SELECT s."id" AS "serviceId", s."checklistVersionId" AS "versionId", t."incidents", (
        SELECT json_agg(json_build_array(g."questionKey", g."verdict", g."accepted")) FROM "Gap" g
        WHERE g."serviceId" = s."id") AS "gaps"
      FROM "Service" s JOIN "ServiceState" t ON t."serviceId" = s."id"
      WHERE s."id" > ${after}::uuid AND s."deletedAt" IS NULL AND (s."example" OR NOT ${example}) AND EXISTS (
        SELECT 1 FROM "Gap" g WHERE g."serviceId" = s."id" AND g."questionKey" = ANY(${[...questions]}::text[]))
      ORDER BY s."id" LIMIT ${AT_A_TIME}`;
    const writes: { serviceId: string; incidents: IncidentsByCost }[] = [];
    for (const row of rows) {
      const incidents = await incidentsBy(row, rates);
      if (!sameIncidents(incidents, row.incidents)) writes.push({ serviceId: row.serviceId, incidents });
    }
    if (writes.length > 0) await write(tx, JSON.stringify(writes), at);
    changed += writes.length;
    const last = rows.at(-1);
    if (!last || rows.length < AT_A_TIME) return changed;
    after = last.serviceId;
  }
}

/** What the gaps of a service are expected to cause: in the order of its questions, so that sums come out as ever. */
async function incidentsBy({ versionId, gaps }: Asked, rates: CostModel["rates"]): Promise<IncidentsByCost> {
  const { questions } = await checklistVersion(versionId);
  const open = new Map<string, { verdict: AnswerState; waived: boolean }>(
    gaps.map(([key, verdict, waived]) => [key, { verdict: verdict ?? "unanswered", waived }]),
  );
  return expectedIncidents(
    questions.flatMap((question) => {
      const gap = open.get(question.key);
      return gap ? [{ ...gap, costs: ratesOf(question, rates) }] : [];
    }),
  );
}

const sameIncidents = (a: IncidentsByCost, b: IncidentsByCost) =>
  COSTS.every((cost) =>
    (["known", "unknown", "accepted"] as const).every((part) => a[cost][part] === b[cost][part]),
  );

async function write(tx: Tx, rows: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    WITH "state" AS (
      UPDATE "ServiceState" t SET "incidents" = r."incidents", "computedAt" = ${at}
      FROM jsonb_to_recordset(${rows}::jsonb) AS r("serviceId" uuid, "incidents" jsonb)
      WHERE t."serviceId" = r."serviceId" RETURNING t.*
    )
    INSERT INTO "ReadinessPoint" ("serviceId", "at", "cause", "teamId", "tier", "lifecycle", "deleted", "score",
      "standing", "counting", "answered", "gaps", "blockers", "accepted", "stale", "unclear", "unanswered", "incidents",
      "areas", "abilities")
    SELECT t."serviceId", ${at}, 'rates', s."teamId", s."tier", s."lifecycle", false, t."score", t."standing",
      t."counting", t."answered", t."gaps", t."blockers", t."accepted", t."stale", t."unclear", t."unanswered",
      t."incidents", t."areas", t."abilities"
    FROM "state" t JOIN "Service" s ON s."id" = t."serviceId"`;
}
