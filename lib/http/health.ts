import "server-only";
import { lifecycle } from "../config/lifecycle";
import { probeDatabase, probeWriting } from "../db/probe";
import { currentHistories, hasHistories } from "../snapshot/current-histories";

/** How long a probe waits for what is being read. */
const LOADING_MS = 2_000;

/** Whether every history was read (lib/snapshot): until then this process has nothing to answer with. */
async function isLoaded(): Promise<boolean> {
  if (hasHistories()) return true;
  const late = new Promise<void>((resolve) => setTimeout(resolve, LOADING_MS).unref());
  await Promise.race([currentHistories().catch(() => undefined), late]);
  return hasHistories();
}

/** Whether this process can serve: database reachable and taking writes, schema there, every history read, not draining. 503 says which one is not. */
export async function readiness(): Promise<Response> {
  const database = await probeDatabase();
  const writable = database.reachable && (await probeWriting());
  const { draining } = lifecycle();
  const loaded = database.migrated && (await isLoaded());
  const ready = database.migrated && writable && loaded && !draining;
  return Response.json(
    {
      status: ready ? "ready" : "not_ready",
      database: database.reachable,
      schema: database.migrated,
      writable,
      loaded,
      draining,
    },
    {
      status: ready ? 200 : 503,
      headers: { "cache-control": "no-store", ...(ready ? {} : { "retry-after": "2" }) },
    },
  );
}
