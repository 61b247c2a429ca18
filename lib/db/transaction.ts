import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "../config/once";
import { db } from "./client";
import { isRetryable } from "./errors";
import type { Prisma } from "./generated/client";

export type Tx = Prisma.TransactionClient;

const TRIES = 4;
const ambient = () => once("transaction", () => new AsyncLocalStorage<Tx>());

/** Where to read from: the transaction that is under way here, else any connection. */
export const reader = (): Tx => ambient().getStore() ?? db();

/**
 * Runs work in one transaction: together or not at all. Called inside another it joins that one, which is how a kept
 * reply (Idempotency-Key) shares the transaction of its effect. The outermost is tried again when it lost a race.
 * Locks are given up after 3 s, statements after 4 s.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = ambient().getStore();
  if (outer) return work(outer);
  for (let tried = 1; ; tried += 1) {
    try {
      return await db().$transaction(
        async (tx) => {
          await tx.$executeRaw`SELECT set_config('lock_timeout', '3s', true), set_config('statement_timeout', '4s', true)`;
          return ambient().run(tx, () => work(tx));
        },
        { maxWait: 3_000, timeout: 15_000 },
      );
    } catch (error) {
      if (tried >= TRIES || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * tried + Math.random() * 20));
    }
  }
}
