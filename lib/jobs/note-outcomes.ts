import { evaluateLocked, lockLaunchById } from "../commands/launches/lock-launch";
import { log } from "../config/log";
import { db } from "../db/client";
import { isNotWritable, isUnreachable } from "../db/errors";
import { inTransaction } from "../db/transaction";
import { reasonOf } from "../domain/errors";
import { evaluate } from "../queries/launches/evaluate";
import { loadLaunchRows } from "../queries/launches/launch-rows";
import { snapshotNow } from "../snapshot/snapshot-at";
import { stopping } from "./stopping";

/**
 * Writes down what became of the outcomes of open launches with nobody saving anything on them: an answer elsewhere, ageing,
 * the end of a day (L4, L5), each dated when it happened. Right however many processes run it, and whatever is saved meanwhile:
 * services and launch are locked before anything is written.
 * @returns how many are another one
 * @throws what the database said, when it is away or takes no writes
 */
export async function noteOutcomes(now: Date): Promise<number> {
  const open = await db().launch.findMany({ where: { state: "open" }, select: { id: true } });
  if (open.length === 0) return 0;
  let noted = 0;
  for (const { id } of open) {
    if (stopping()) return noted;
    try {
      if (await note(id, now)) noted += 1;
    } catch (error) {
      if (isUnreachable(error) || isNotWritable(error)) throw error;
      log().error(
        { launch: id, error: reasonOf(error) },
        "the outcome of a launch could not be written down",
      );
    }
  }
  return noted;
}

async function note(id: string, now: Date): Promise<boolean> {
  const snapshot = await snapshotNow(now);
  const [rows] = await loadLaunchRows({ id });
  if (rows?.state !== "open") return false;
  const evaluated = await evaluate(rows, snapshot);
  if (evaluated.outcome.outcome === rows.notedOutcome) return false;
  return inTransaction(async (tx) => {
    // Under its locks it is looked at anew: what was seen before may be changed by who holds them meanwhile.
    const locked = await lockLaunchById(tx, id, now);
    if (locked.rows.state !== "open") return false;
    const { evaluated } = await evaluateLocked(tx, locked);
    return evaluated.outcome.outcome !== locked.rows.notedOutcome;
  });
}
