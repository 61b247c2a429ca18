import "server-only";
import type { Scope } from "../../auth/scope";
import { auditMany } from "../../db/audit";
import { upsertPlans } from "../../db/gap-plans";
import type { LockedService } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import type { PlanFields } from "../../domain/gap-plan";
import type { QuestionWrite } from "../../import/plan-table";
import { lockedOne } from "../answers/write-answers";

/** Writes plans of gaps of locked services. @param people ids by address, of everybody who may own one */
export async function writePlans(
  tx: Tx,
  scope: Scope<"import:run">,
  writes: readonly QuestionWrite<PlanFields>[],
  locked: ReadonlyMap<string, LockedService>,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const personId = scope.viewer.person.id;
  const owners = await tx.gapPlan.findMany({
    where: { serviceId: { in: writes.map((write) => write.serviceId) }, ownerId: { not: null } },
    select: { serviceId: true, questionKey: true, ownerId: true },
  });
  // An owner who can no longer sign in stays where the file does not name another.
  const kept = new Map(owners.map((row) => [`${row.serviceId}/${row.questionKey}`, row.ownerId]));
  const rows = writes.map(({ serviceId, question, version, after: { owner, ...plan } }) => {
    const ownerId =
      owner === null ? null : (people.get(owner) ?? kept.get(`${serviceId}/${question}`) ?? null);
    return {
      serviceId,
      questionKey: question,
      version,
      at: lockedOne(locked, serviceId).at,
      ownerId,
      ...plan,
    };
  });
  await upsertPlans(tx, rows, personId);
  await auditMany(
    tx,
    scope,
    rows.map(
      ({ serviceId, questionKey: question, version, ownerId: owner, dueOn, effortDays, state, at }) => ({
        action: "gap.planned",
        subject: ["service", serviceId] as const,
        details: { question, version, owner, dueOn, effortDays, state, import: true },
        at,
      }),
    ),
  );
}
