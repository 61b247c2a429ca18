import "server-only";
import { db } from "../db/client";
import { loadSession, type Viewer } from "./viewer";

/** Whether a viewer's session or token is still in force. Asking does not count as use. */
export async function isSessionInForce({ sessionId, token }: Viewer, now: Date): Promise<boolean> {
  if (!token) return (await loadSession(sessionId, now, { use: "background" })) !== null;
  const where = { id: token.id, endedAt: null, expiresAt: { gt: now }, person: { disabledAt: null } };
  return (await db().apiToken.count({ where })) === 1;
}
