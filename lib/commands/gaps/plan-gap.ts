import "server-only";
import type { Scope } from "../../auth/scope";
import type { GapPlan, GapPlanSave } from "../../contracts/answers";
import { audit } from "../../db/audit";
import { lockService } from "../../db/service-lock";
import { inTransaction, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { presentPlan } from "../../queries/scorecard/scorecard";
import { applicableQuestion } from "../answers/applicable-question";

/**
 * Plans a gap: owner, due date, effort, state, ticket, note; replaces the plan that was there.
 * @throws AppError refused for an owner who is not there or disabled; conflict with the plan that is there now
 */
export async function planGap(
  scope: Scope<"gap:plan">,
  key: string,
  { expectedVersion, ...plan }: GapPlanSave,
  now: Date,
): Promise<GapPlan> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, scope, now);
    await applicableQuestion(service, key);
    const where = { serviceId_questionKey: { serviceId: service.id, questionKey: key } };
    const include = { owner: { select: { id: true, name: true } } };
    const before = await tx.gapPlan.findUnique({ where, include });
    if (expectedVersion !== undefined && (before?.version ?? 0) !== expectedVersion) {
      const current = before ? { question: key, ...presentPlan(before) } : null;
      throw new AppError("conflict", {
        message: "Somebody changed this plan meanwhile. Yours was not saved.",
        current,
      });
    }
    await checkOwner(tx, plan.owner ?? null);
    const data = {
      ownerId: plan.owner ?? null,
      dueOn: plan.dueOn ? new Date(`${plan.dueOn}T00:00:00Z`) : null,
      effortDays: plan.effortDays ?? null,
      state: plan.state ?? "open",
      ticket: plan.ticket ?? null,
      note: plan.note ?? "",
      version: (before?.version ?? 0) + 1,
      changedAt: service.at,
      changedById: scope.viewer.person.id,
    };
    const row = await tx.gapPlan.upsert({
      where,
      create: { serviceId: service.id, questionKey: key, ...data },
      update: data,
      include,
    });
    const details = { question: key, ...plan };
    await audit(tx, scope, { action: "gap.planned", subject: ["service", service.id], details }, service.at);
    return { question: key, ...presentPlan(row) };
  });
}

async function checkOwner(tx: Tx, owner: string | null): Promise<void> {
  if (owner === null) return;
  if ((await tx.person.count({ where: { id: owner, disabledAt: null } })) > 0) return;
  const message = "Choose somebody who can sign in.";
  throw new AppError("refused", { message: `owner: ${message}`, fields: [{ field: "owner", message }] });
}
