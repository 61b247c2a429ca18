import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "../config/once";
import { Semaphore } from "../config/semaphore";
import { AppError } from "../domain/errors";
import { PATIENCE } from "../domain/patience";

const within = () => once("import-turn", () => new AsyncLocalStorage<true>());

/** The one place of real imports in this process: they wait for it here, and not in the database with a connection each. */
export const importTurns = (): Semaphore => once("import-turns", () => new Semaphore(1));

/** Whether what runs here is the import whose turn it is. */
export const hasTurn = (): boolean => within().getStore() === true;

/**
 * Does a real import when it is its turn: to be called before a transaction is opened. Within its turn it goes on.
 * @param waitMs how long to wait for it
 * @throws AppError unavailable when another import takes longer
 */
export async function inTurn<T>(work: () => Promise<T>, waitMs: number = PATIENCE.long.lockMs): Promise<T> {
  if (hasTurn()) return work();
  const leave = await importTurns().take(waitMs);
  if (!leave) {
    const message = "Another import is under way. Nothing was changed; try again in a few seconds.";
    throw new AppError("unavailable", { message, retryAfterSeconds: 5 });
  }
  try {
    return await within().run(true, work);
  } finally {
    leave();
  }
}
