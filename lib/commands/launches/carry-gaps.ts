import "server-only";
import type { Scope } from "../../auth/scope";
import type { CarryingNew } from "../../contracts/launch-requests";
import type { Launch } from "../../contracts/launches";
import { inTransaction } from "../../db/transaction";
import { gapsAndAgenda } from "../../queries/launches/launch-gaps";
import { refuseFields } from "./create-launch";
import { changedLaunch, evaluateLocked, gapRefOf, lockLaunch, writeEvent } from "./lock-launch";

/**
 * Takes gaps that block nothing along in one step (L2): they are counted and priced for the minutes as of now.
 * @throws AppError refused, naming them, for what is no gap or blocks the launch; launch_closed
 */
export async function carryGaps(
  scope: Scope<"launch:dispose">,
  { gaps: asked }: CarryingNew,
  now: Date,
): Promise<Launch> {
  return inTransaction(async (tx) => {
    const locked = await lockLaunch(tx, scope, now);
    const open = await evaluateLocked(tx, locked);
    const { gaps } = await gapsAndAgenda(open.evaluated, open.facts);
    const found = asked.map(({ service, question }) =>
      gaps.find((each) => each.service === service && each.question === question),
    );
    refuseFields(
      found.flatMap((gap, index) => {
        if (gap && !gap.blocker) return [];
        const message = gap
          ? "This blocks the launch: decide about it by itself."
          : "This is not a gap of the launch.";
        return [{ field: `gaps.${index}`, message }];
      }),
    );
    await writeEvent(tx, scope, locked.rows.id, locked.at, "carried", {
      gaps: asked.map(({ service, question }, index) => ({
        ...gapRefOf(open, service, question),
        expectedLoss: found[index]?.expectedLoss ?? null,
      })),
    });
    return changedLaunch(tx, scope, locked);
  });
}
