import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { env } from "../config/env";
import { log } from "../config/log";
import { once } from "../config/once";
import { AppError } from "../domain/errors";
import { PATIENCE, type PatienceName } from "../domain/patience";
import { isExpensiveHere } from "./bulkhead";
import { db, expensiveDb } from "./client";
import { type Begun, INCARNATION, type Opening } from "./connection";
import { isRetryable } from "./errors";
import type { Prisma } from "./generated/client";
import { whileOpening } from "./pool";

export type Tx = Prisma.TransactionClient;

const TRIES = 4;
const MAX_WAIT_MS = 3_000;
/** Ours ends the connection, and so the transaction; Prisma's would leave statements behind. */
const AFTER_OURS_MS = 5_000;
/** A usual request is answered within 5 s. */
const OUTCOME_MS = { usual: 1_000, long: 10_000 } as const satisfies Record<PatienceName, number>;

const ambient = () => once("transaction", () => new AsyncLocalStorage<Tx>());
const declared = () => once("patience", () => new AsyncLocalStorage<PatienceName>());

/** Where to read from: the transaction that is under way here, else any connection, for expensive reads one of theirs. */
export const reader = (): Tx => ambient().getStore() ?? (isExpensiveHere() ? expensiveDb() : db());

/** Does work whose transactions may take as long as this says: a request with what its operation declares. */
export const withPatience = <T>(patience: PatienceName, work: () => T): T => declared().run(patience, work);

/**
 * Runs work in one transaction: together or not at all. Called inside another it joins that one, which is how a kept
 * reply (Idempotency-Key) shares the transaction of its effect. The outermost is tried again when it lost a race, within
 * its time. How long it may take is said by `withPatience`; the usual, where nobody did.
 * @throws AppError unavailable when nobody can say whether it was kept: the database went away while it was committed
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = ambient().getStore();
  if (outer) return work(outer);
  const name = declared().getStore() ?? "usual";
  const until = performance.now() + PATIENCE[name].timeoutMs;
  for (let tried = 1; ; tried += 1) {
    const timeoutMs = Math.ceil(until - performance.now());
    const opening: Opening = { patience: { ...PATIENCE[name], timeoutMs }, begun: null };
    const results: T[] = [];
    const whole = async (tx: Tx): Promise<T> => {
      const result = await ambient().run(tx, () => work(tx));
      results.push(result);
      return result;
    };
    try {
      return await whileOpening(opening, () =>
        db().$transaction((tx) => whileOpening(null, () => whole(tx)), {
          maxWait: MAX_WAIT_MS,
          timeout: timeoutMs + AFTER_OURS_MS,
        }),
      );
    } catch (error) {
      // All was done, and what failed is the COMMIT.
      if (results.length > 0 && opening.begun) {
        // Whoever is told that nobody knows looks for themselves: nothing may be kept after that.
        const mayBeKeptMs = (opening.lastMs ?? 0) - performance.now();
        const outcome = await outcomeOf(opening.begun, Math.max(OUTCOME_MS[name], mayBeKeptMs));
        log().warn({ outcome, error: String(error) }, "a commit was not answered");
        if (outcome === "committed") return results[0] as T;
        if (outcome === "unknown") throw maybeSaved();
      }
      if (tried >= TRIES || !isRetryable(error) || performance.now() >= until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * tried + Math.random() * 20));
    }
  }
}

const maybeSaved = () =>
  new AppError("unavailable", {
    message:
      "The database went away while saving. Your change may or may not be saved: check before you try again.",
    retryAfterSeconds: 5,
  });

/** What became of a transaction: kept, undone, or not known. */
type Outcome = "committed" | "aborted" | "unknown";

const ASK_AGAIN_MS = 100;

/**
 * Asks what became of a transaction whose COMMIT was never answered, on a connection of its own: those of the pool may
 * have fallen silent with it. One that is still under way is ended first, so that it cannot be kept later. Never throws.
 * @param patienceMs how long to ask
 */
async function outcomeOf(begun: Begun, patienceMs: number): Promise<Outcome> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const leftMs = Math.ceil(until - performance.now());
    if (leftMs <= 0) return "unknown";
    const told = await ask(begun, leftMs).catch(() => null);
    if (told) return told;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

/** @returns null when it has to be asked again */
async function ask({ xid, pid, incarnation }: Begun, leftMs: number): Promise<Outcome | null> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: leftMs,
    query_timeout: leftMs,
    application_name: "plumbline outcome",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ same: boolean; status: string | null }>(
      `SELECT ${INCARNATION} = $2 AS "same",
         CASE WHEN ${INCARNATION} = $2 THEN pg_xact_status($1::text::xid8) END AS "status"`,
      [xid, incarnation],
    );
    const row = rows[0];
    // After a crash its number may be another's.
    if (!row?.same || row.status === null) return "unknown";
    if (row.status === "committed" || row.status === "aborted") return row.status;
    await client.query(
      `SELECT pg_terminate_backend("pid") FROM pg_stat_activity
       WHERE "pid" = $1 AND "backend_xid" = $2::text::xid8::xid`,
      [pid, xid],
    );
    return null;
  } finally {
    // Hung up on, not waited for: it may be silent.
    client.connection.stream.destroy();
  }
}
