import pg from "pg";
import { env } from "../config/env";
import { type Begun, INCARNATION } from "./connection";

/** What became of a transaction: kept, undone, or not known. */
export type Outcome = "committed" | "aborted" | "unknown";

const AGAIN_MS = 100;

/**
 * Asks what became of a transaction whose COMMIT was never answered, on a connection of its own: those of the pool may
 * have fallen silent with it. One that is still under way is ended first, so that it cannot be kept later. Never throws.
 * @param patienceMs how long to ask
 */
export async function outcomeOf(begun: Begun, patienceMs: number): Promise<Outcome> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const leftMs = Math.ceil(until - performance.now());
    if (leftMs <= 0) return "unknown";
    const told = await ask(begun, leftMs).catch(() => null);
    if (told) return told;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
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
