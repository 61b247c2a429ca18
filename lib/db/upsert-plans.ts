import type { PlanFields } from "../domain/gap-plan";
import type { Tx } from "./transaction";

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
