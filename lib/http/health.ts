import "server-only";
import { lifecycle } from "../config/lifecycle";
import { probeDatabase } from "../db/probe";

/** Whether this process can serve: database reachable, schema there, not draining. 503 says which one is not. */
export async function readiness(): Promise<Response> {
  const database = await probeDatabase();
  const { draining } = lifecycle();
  const ready = database.reachable && database.migrated && !draining;
  return Response.json(
    {
      status: ready ? "ready" : "not_ready",
      database: database.reachable,
      schema: database.migrated,
      draining,
    },
    {
      status: ready ? 200 : 503,
      headers: { "cache-control": "no-store", ...(ready ? {} : { "retry-after": "2" }) },
    },
  );
}
