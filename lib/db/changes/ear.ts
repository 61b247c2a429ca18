import { randomUUID } from "node:crypto";
import pg from "pg";
import { env } from "../../config/env";
import { pool } from "../client";
import { CHANNEL, type Change, readNotification } from "./change";

const CONNECT_TIMEOUT_MS = 3_000;
/** How long one's own greeting may take to arrive. */
export const GREETING_MS = 2_000;

/** A connection that hears changes. */
export interface Ear {
  /** Whether a greeting that is sent like every change is heard. */
  hearsItself(): Promise<boolean>;
  close(): void;
}

/**
 * Opens a connection of its own that LISTENs: past a pooler where DATABASE_DIRECT_URL says how.
 * @param lost told once when the connection is gone, unless it was closed
 */
export async function openEar(hear: (change: Change) => void, lost: (why: string) => void): Promise<Ear> {
  const { DATABASE_DIRECT_URL, DATABASE_URL } = env();
  const client = new pg.Client({
    connectionString: DATABASE_DIRECT_URL ?? DATABASE_URL,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "plumbline listen",
  });
  const waiting = new Map<string, () => void>();
  let over = false;
  const end = (why: string | null) => {
    if (over) return;
    over = true;
    // After a broken connection this fails, which changes nothing.
    client.end().catch(() => undefined);
    if (why !== null) lost(why);
  };
  client.on("error", (error) => end(error.message));
  client.on("end", () => end("the connection was closed"));
  client.on("notification", ({ payload }) => {
    const heard = readNotification(payload ?? "", new Date());
    if (heard?.kind === "change") hear(heard.change);
    else if (heard?.kind === "hello") waiting.get(heard.nonce)?.();
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  } catch (error) {
    end(null);
    throw error;
  }
  const hearsItself = async (): Promise<boolean> => {
    const nonce = randomUUID();
    const heard = new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), GREETING_MS);
      waiting.set(nonce, () => {
        clearTimeout(late);
        resolve(true);
      });
    });
    try {
      await pool().query("SELECT pg_notify($1, $2)", [CHANNEL, JSON.stringify({ hello: nonce })]);
      return await heard;
    } finally {
      waiting.get(nonce)?.();
      waiting.delete(nonce);
    }
  };
  return { hearsItself, close: () => end(null) };
}
