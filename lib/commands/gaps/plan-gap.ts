import "server-only";
import type { Scope } from "../../auth/scope";
import type { GapPlan, GapPlanSave } from "../../contracts/answers";
import { lockService } from "../../db/service-lock";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { applicableQuestion } from "../answers/applicable-question";
import { isOutdated, isPlannable, NO_GAP, ownerProblems, readPlans, writePlans } from "./plan-changes";

/**
 * Plans a gap: owner, due date, effort, state, ticket, note; replaces the plan that was there. A question that is no gap
 * (any more) takes a plan only as done, or emptied.
 * @throws AppError refused for an owner who is not there or disabled, and for a question that is no gap; conflict with
 *   the plan that is there now
 */
export async function planGap(
  scope: Scope<"gap:plan">,
  question: string,
  { expectedVersion, ...change }: GapPlanSave,
  now: Date,
): Promise<GapPlan> {
  return inTransaction(async (tx) => {
    const service = await lockService(tx, scope, now);
    await applicableQuestion(service, question);
    const [work] = await readPlans(tx, [{ service, question, change, expectedVersion }], { replace: true });
    if (!work) throw new RangeError("one was asked for");
    const { before } = work;
    if (isOutdated(work)) {
      const message = "Somebody else changed this plan first. Yours was not saved.";
      throw new AppError("conflict", { message, current: before ? { question, ...before } : null });
    }
    // Whose work it is already may have left: that keeps nobody from saying that it is done.
    const owner = change.owner === before?.owner?.id ? null : change.owner;
    const fields = await ownerProblems(tx, [{ field: "owner", owner }]);
    if (fields[0]) throw new AppError("refused", { message: `owner: ${fields[0].message}`, fields });
    if (!isPlannable(work)) throw new AppError("refused", { message: NO_GAP });
    const [plan] = await writePlans(tx, scope, [work]);
    if (!plan) throw new RangeError("one was written");
    return { question, ...plan };
  });
}
