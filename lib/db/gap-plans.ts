import { isOfThisGap, NO_PLAN, type PlanFields } from "../domain/gap-plan";
import { reader, type Tx } from "./transaction";

/** A plan as it is shown: its owner by name, its version. */
export interface StoredPlan extends Omit<PlanFields, "owner"> {
  owner: { id: string; name: string } | null;
  version: number;
}

/** A plan row. */
export interface PlanRow {
  serviceId: string;
  questionKey: string;
  plan: StoredPlan;
  changedAt: Date;
}

/** The plans of services: one statement. */
export async function loadPlanRows(serviceIds: readonly string[]): Promise<PlanRow[]> {
  type Row = Omit<StoredPlan, "dueOn"> & Omit<PlanRow, "plan"> & { dueOn: Date | null };
  const rows = await reader().$queryRaw<Row[]>`
    SELECT p."serviceId", p."questionKey", p."dueOn", p."effortDays", p."state", p."ticket", p."note", p."version",
      p."changedAt",
      CASE WHEN o."id" IS NOT NULL THEN jsonb_build_object('id', o."id", 'name', o."name") END AS "owner"
    FROM "GapPlan" p LEFT JOIN "Person" o ON o."id" = p."ownerId"
    WHERE p."serviceId" = ANY(${[...serviceIds]}::uuid[])`;
  return rows.map(({ serviceId, questionKey, changedAt, dueOn, ...plan }) => ({
    serviceId,
    questionKey,
    changedAt,
    plan: { ...plan, dueOn: dueOn?.toISOString().slice(0, 10) ?? null },
  }));
}

/**
 * What is planned about the gap that is open: nothing, at its version, when the plan was about an earlier one.
 * @param openedAt since when it is open; null when there is no gap
 */
export const planInForce = ({ plan, changedAt }: PlanRow, openedAt: Date | null): StoredPlan =>
  isOfThisGap(changedAt, openedAt) ? plan : { ...NO_PLAN, owner: null, version: plan.version };

/** A plan to be written for a question of a locked service. */
export interface PlanWrite extends Omit<PlanFields, "owner"> {
  serviceId: string;
  questionKey: string;
  ownerId: string | null;
  version: number;
  at: Date;
}

/** Writes plans of gaps in place of those that were there: one statement. @param personId who changed them */
export async function upsertPlans(tx: Tx, rows: readonly PlanWrite[], personId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "GapPlan" ("serviceId", "questionKey", "ownerId", "dueOn", "effortDays", "state", "ticket", "note",
      "version", "changedAt", "changedById")
    SELECT r."serviceId", r."questionKey", r."ownerId", r."dueOn", r."effortDays", r."state", r."ticket", r."note",
      r."version", r."at", ${personId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("serviceId" uuid, "questionKey" text, "ownerId" uuid,
      "dueOn" date, "effortDays" float8, "state" "PlanState", "ticket" text, "note" text, "version" int,
      "at" timestamptz)
    ON CONFLICT ("serviceId", "questionKey") DO UPDATE SET "ownerId" = EXCLUDED."ownerId", "dueOn" = EXCLUDED."dueOn",
      "effortDays" = EXCLUDED."effortDays", "state" = EXCLUDED."state", "ticket" = EXCLUDED."ticket",
      "note" = EXCLUDED."note", "version" = EXCLUDED."version", "changedAt" = EXCLUDED."changedAt",
      "changedById" = EXCLUDED."changedById"`;
}
