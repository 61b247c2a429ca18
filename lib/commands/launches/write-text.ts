import "server-only";
import type { Scope } from "../../auth/scope";
import type { Launch } from "../../contracts/launches";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { mayReview } from "../../domain/launch/closing";
import { enabledPeople } from "../../queries/launches/evaluate";
import { changedLaunch, launchClosed, lockLaunch, writeEvent } from "./lock-launch";

/** Adds a note to an open launch, for its minutes. @throws AppError launch_closed */
export async function addNote(
  scope: Scope<"launch:note">,
  { text }: { text: string },
  now: Date,
): Promise<Launch> {
  return inTransaction(async (tx) => {
    const locked = await lockLaunch(tx, scope, now);
    await writeEvent(tx, scope, locked.rows.id, locked.at, "note", { text });
    return changedLaunch(tx, scope, locked);
  });
}

/** Appends a correction to the minutes of a launch, open or closed: what they say stays (L9). */
export async function correctMinutes(
  scope: Scope<"launch:note">,
  { text }: { text: string },
  now: Date,
): Promise<Launch> {
  return inTransaction(async (tx) => {
    const locked = await lockLaunch(tx, scope, now, { evenClosed: true });
    await writeEvent(tx, scope, locked.rows.id, locked.at, "correction", { text });
    return changedLaunch(tx, scope, locked);
  });
}

/**
 * Writes the review of a launch that had no go (L9): not by who launched it, unless there is nobody else.
 * @throws AppError refused when none is due, or by who launched it; conflict when it is written already
 */
export async function writeReview(
  scope: Scope<"launch:review">,
  { text }: { text: string },
  now: Date,
): Promise<Launch> {
  return inTransaction(async (tx) => {
    const locked = await lockLaunch(tx, scope, now, { evenClosed: true });
    const { rows, at } = locked;
    if (rows.state === "called_off") throw launchClosed(rows);
    if (rows.reviewDueOn === null)
      throw new AppError("refused", { message: "No review is due: it was launched on a go, or not yet." });
    if (rows.reviewedAt)
      throw new AppError("conflict", { message: "The review is written already. Yours was not saved." });
    const closed = await tx.launchEvent.findFirst({
      where: { launchId: rows.id, kind: "closed" },
      select: { personId: true },
    });
    if (!mayReview(scope.viewer.person.id, closed?.personId ?? "", await enabledPeople())) {
      throw new AppError("refused", { message: "You launched it: somebody else writes the review." });
    }
    await tx.launch.update({
      where: { id: rows.id },
      data: { reviewedAt: at, version: { increment: 1 } },
      select: { id: true },
    });
    await writeEvent(tx, scope, rows.id, at, "review", { text });
    return changedLaunch(tx, scope, locked);
  });
}
