import "server-only";
import type { Scope } from "../../auth/scope";
import type { Launch } from "../../contracts/launches";
import { inTransaction } from "../../db/transaction";
import { launchAgenda } from "../../queries/launches/launch-agenda";
import { changedLaunch, evaluateLocked, gapRefOf, lockLaunch, writeEvent } from "./lock-launch";

/** Begins a meeting: its agenda is fixed as it is now (L2). @throws AppError launch_closed */
export async function startMeeting(scope: Scope<"launch:edit">, now: Date): Promise<Launch> {
  return inTransaction(async (tx) => {
    const locked = await lockLaunch(tx, scope, now);
    const open = await evaluateLocked(tx, locked);
    const agenda = launchAgenda(open.evaluated, open.facts).map(({ service, question, part, verdict }) => ({
      ...gapRefOf(open, service, question),
      part,
      verdict,
    }));
    await writeEvent(tx, scope, locked.rows.id, locked.at, "meeting_started", { agenda });
    return changedLaunch(tx, scope, locked);
  });
}
