import "server-only";
import { lifecycle } from "../config/lifecycle";
import { probeDatabase, probeWriting } from "../db/probe";

/** Whether this process can serve: database reachable and taking writes, schema there, not draining. 503 says which one is not. */
export async function readiness(): Promise<Response> {
  const database = await probeDatabase();
  const writable = database.reachable && (await probeWriting());
  const { draining } = lifecycle();
  const ready = database.migrated && writable && !draining;
  return Response.json(
    {
      status: ready ? "ready" : "not_ready",
      database: database.reachable,
      schema: database.migrated,
      writable,
      draining,
    },
    {
      status: ready ? 200 : 503,
      headers: { "cache-control": "no-store", ...(ready ? {} : { "retry-after": "2" }) },
    },
  );
}
