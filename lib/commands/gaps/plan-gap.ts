import "server-only";
import type { Scope } from "../../auth/scope";
import type { GapPlan, GapPlanSave } from "../../contracts/answers";
import { audit } from "../../db/audit";
import { loadPlanRows, planInForce } from "../../db/gap-plans";
import { lockService } from "../../db/service-lock";
import { inTransaction } from "../../db/transaction";
import { upsertPlans } from "../../db/upsert-plans";
import { AppError } from "../../domain/errors";
import { changedPlan, isFineWithoutGap, NO_PLAN } from "../../domain/gap-plan";
import { applicableQuestion } from "../answers/applicable-question";
import { ownerProblems } from "./check-owners";

/** Why nothing can be planned about a question that is no gap. */
export const NO_GAP =
  "This is not open any more: its answer is yes, or it is not asked. Nothing is left to plan; a plan can be marked done.";

/**
 * Plans a gap: owner, due date, effort, state, ticket, note; replaces the plan that was there. A question that is no gap
 * (any more) takes a plan only as done, or emptied.
 * @throws AppError refused for an owner who is not there or disabled, and for a question that is no gap; conflict with
 *   the plan that is there now
 */
export async function planGap(
  scope: Scope<"gap:plan">,
  key: string,
  { expectedVersion, ...change }: GapPlanSave,
  now: Date,
): Promise<GapPlan> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, scope, now);
    await applicableQuestion(service, key);
    const rows = await loadPlanRows([service.id]);
    const row = rows.find((each) => each.questionKey === key);
    const before = row && planInForce(row, row.openedAt);
    if (expectedVersion !== undefined && (before?.version ?? 0) !== expectedVersion) {
      const current = before ? { question: key, ...before } : null;
      throw new AppError("conflict", {
        message: "Somebody changed this plan meanwhile. Yours was not saved.",
        current,
      });
    }
    // Whose work it is already may have left: that keeps nobody from saying that it is done.
    const owner = change.owner === before?.owner?.id ? null : change.owner;
    const fields = await ownerProblems(tx, [{ field: "owner", owner }]);
    if (fields[0]) throw new AppError("refused", { message: `owner: ${fields[0].message}`, fields });
    const plan = changedPlan(NO_PLAN, change);
    const gap = await tx.gap.count({ where: { serviceId: service.id, questionKey: key } });
    if (gap === 0 && !isFineWithoutGap(change, plan)) throw new AppError("refused", { message: NO_GAP });
    const { owner: ownerId, ...rest } = plan;
    const version = (before?.version ?? 0) + 1;
    const write = {
      serviceId: service.id,
      questionKey: key,
      ownerId,
      ...rest,
      version,
      at: service.at,
    };
    await upsertPlans(tx, [write], scope.viewer.person.id);
    const details = { question: key, ...change };
    await audit(tx, scope, { action: "gap.planned", subject: ["service", service.id], details }, service.at);
    const name = ownerId && (await tx.person.findUniqueOrThrow({ where: { id: ownerId } })).name;
    return { question: key, ...rest, owner: ownerId && name ? { id: ownerId, name } : null, version };
  });
}
