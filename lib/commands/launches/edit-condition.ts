import "server-only";
import type { Scope } from "../../auth/scope";
import type { ConditionEdit } from "../../contracts/launch-requests";
import type { Launch } from "../../contracts/launches";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { dueOnProblem } from "../../domain/launch/conditions";
import { dayColumn, dayText } from "../../queries/launches/launch-rows";
import { planGaps } from "../gaps/plan-gaps";
import { refuseFields } from "./create-launch";
import { changedLaunch, evaluateLocked, gapRefOf, lockLaunch, writeEvent } from "./lock-launch";
import { peopleNamed } from "./people-of-launch";

/**
 * Hands a condition to somebody else, or moves its day, and the plan of its gap with it (L2); a later day weakens it, and
 * sign-offs go out of date (L4, L5).
 * @throws AppError not_found; refused for one that is met or withdrawn, and for days that are not before the launch
 */
export async function editCondition(
  scope: Scope<"launch:dispose">,
  conditionId: string,
  { owner, dueOn }: ConditionEdit,
  now: Date,
): Promise<Launch> {
  return inTransaction(async (tx) => {
    const locked = await lockLaunch(tx, scope, now);
    const { rows, at } = locked;
    const open = await evaluateLocked(tx, locked);
    const condition = open.evaluated.conditions.find(({ id }) => id === conditionId);
    if (!condition)
      throw new AppError("not_found", { message: "There is no such condition on this launch." });
    if (condition.state === "met" || condition.state === "withdrawn") {
      throw new AppError("refused", {
        message: `This condition is ${condition.state}: nothing is left to change.`,
      });
    }
    const isMoved = dueOn !== undefined && dueOn !== condition.dueOn;
    const isHandedOver = owner !== undefined && owner !== condition.owner;
    const problem = isMoved
      ? dueOnProblem(dueOn, dayText(rows.targetDate), open.evaluated.history.today)
      : null;
    refuseFields(problem ? [problem] : []);
    const personOf = await peopleNamed(
      tx,
      [{ field: "owner", person: isHandedOver ? owner : null }],
      rows.example,
    );
    const { service, question } = condition;
    if (isMoved || isHandedOver) {
      const set = { ...(isHandedOver ? { owner } : {}), ...(isMoved ? { dueOn } : {}) };
      await planGaps(scope, { gaps: [{ service, question }], set }, now);
    }
    const holder = await tx.person.findUniqueOrThrow({
      where: { id: condition.owner },
      select: { id: true, name: true },
    });
    await tx.disposition.update({
      where: { id: conditionId },
      data: { ...(isMoved ? { dueOn: dayColumn(dueOn) } : {}), ...(isHandedOver ? { ownerId: owner } : {}) },
      select: { id: true },
    });
    const gap = gapRefOf(open, condition.service, condition.question);
    const after = isHandedOver ? personOf(owner) : holder;
    if (isHandedOver)
      await writeEvent(tx, scope, rows.id, at, "condition_changed", {
        ...{
          condition: conditionId,
          gap,
          owner: after,
          change: { change: "handed_over", from: holder, to: after },
        },
      });
    if (isMoved)
      await writeEvent(tx, scope, rows.id, at, "condition_changed", {
        ...{ condition: conditionId, gap, owner: after },
        change: { change: "moved", from: condition.dueOn, to: dueOn },
      });
    return changedLaunch(tx, scope, locked);
  });
}
