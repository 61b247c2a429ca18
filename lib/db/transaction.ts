import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "../config/once";
import { db, hasOwnSessions, LOCK_TIMEOUT_MS, STATEMENT_TIMEOUT_MS } from "./client";
import { isRetryable } from "./errors";
import type { Prisma } from "./generated/client";

export type Tx = Prisma.TransactionClient;

/** How long a transaction, each of its statements and the wait for a lock may take. */
export interface Patience {
  lockMs: number;
  statementMs: number;
  timeoutMs: number;
}
const USUAL: Patience = {
  lockMs: LOCK_TIMEOUT_MS,
  statementMs: STATEMENT_TIMEOUT_MS,
  timeoutMs: 15_000,
};

/** Of what may write about every service there is: an import, other rates, a move to another checklist version. */
export const LONG: Patience = { lockMs: 20_000, statementMs: 60_000, timeoutMs: 120_000 };

const TRIES = 4;
const ambient = () => once("transaction", () => new AsyncLocalStorage<Tx>());

/** Where to read from: the transaction that is under way here, else any connection. */
export const reader = (): Tx => ambient().getStore() ?? db();

/**
 * Runs work in one transaction: together or not at all. Called inside another it joins that one, which is how a kept
 * reply (Idempotency-Key) shares the transaction of its effect. The outermost is tried again when it lost a race.
 * Locks are given up after 3 s, statements after 4 s, unless the work is known to take longer.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>, patience: Patience = USUAL): Promise<T> {
  const outer = ambient().getStore();
  if (outer) return work(outer);
  for (let tried = 1; ; tried += 1) {
    try {
      return await db().$transaction(
        async (tx) => {
          // The usual limits are set on every session of our own already.
          if (patience !== USUAL || !hasOwnSessions()) await limit(tx, patience);
          return ambient().run(tx, () => work(tx));
        },
        { maxWait: 3_000, timeout: patience.timeoutMs },
      );
    } catch (error) {
      if (tried >= TRIES || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * tried + Math.random() * 20));
    }
  }
}

async function limit(tx: Tx, { lockMs, statementMs }: Patience): Promise<void> {
  await tx.$executeRaw`SELECT set_config('lock_timeout', ${`${lockMs}ms`}, true),
    set_config('statement_timeout', ${`${statementMs}ms`}, true)`;
}
