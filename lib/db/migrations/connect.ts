import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const CONNECT_MS = 5_000;
const PAUSE_MS = 500;

/** Why the database cannot be brought to this release, for the person who starts it: what happened, what is kept, what to do. */
export class MigrationProblem extends Error {
  override name = "MigrationProblem";
}

/** Refusals that waiting does not mend, and what they mean for the reader. */
const FINAL: Record<string, string> = {
  "28P01": "the password is wrong",
  "28000": "this user may not sign in",
  "3D000": "there is no such database",
  "42501": "this user lacks the right to connect",
};

/**
 * Open a connection, waiting for a database that is only just starting.
 * @param url postgresql://…
 * @param patienceMs how long to go on trying
 * @param say hears once that we wait
 * @throws MigrationProblem with the reason, never the password
 */
export async function connectPatiently(
  url: string,
  patienceMs: number,
  say: (line: string) => void,
): Promise<pg.Client> {
  const began = Date.now();
  for (let told = false; ; ) {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
    });
    client.on("error", () => {}); // a lost connection also fails the query that waits for it
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      const reason = FINAL[code] ?? (error instanceof Error && error.message ? error.message : code);
      if (FINAL[code] || Date.now() - began > patienceMs) {
        throw new MigrationProblem(
          `The database at ${describe(url)} cannot be used: ${reason}.\n` +
            "Nothing was changed. Check DATABASE_URL (and DATABASE_DIRECT_URL, if set) and that Postgres is running, then start again.",
        );
      }
      if (!told) say(`waiting for the database at ${describe(url)} (${reason}) …`);
      told = true;
      await sleep(PAUSE_MS);
    }
  }
}

/** An address without what is secret in it. */
export function describe(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port ? `:${port}` : ""}${pathname}`;
  } catch {
    return "an address that is not a URL";
  }
}
