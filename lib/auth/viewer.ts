import "server-only";
import { decode } from "next-auth/jwt";
import { env } from "../config/env";
import { db } from "../db/client";
import type { Actor } from "../domain/policy";
import { isUuid } from "../domain/text";
import { SESSION_COOKIE } from "./cookies";

/** The signed-in person of a request. */
export interface Viewer {
  sessionId: string;
  person: { id: string; name: string; email: string };
  actor: Actor;
}

interface SessionRow {
  personId: string;
  name: string;
  email: string;
  admin: boolean;
  executive: boolean;
  lastSeenAt: Date;
  teams: Record<string, "lead" | "member"> | null;
}

const TOUCH_EVERY_MS = 60_000;

/**
 * Who sends a request, by its session cookie: one statement. Null when nobody is signed in, the session ended, idled
 * out or was deleted, or its person is disabled.
 */
export async function loadViewer(
  cookies: { get(name: string): { value: string } | undefined },
  now: Date,
): Promise<Viewer | null> {
  const cookie = cookies.get(SESSION_COOKIE.name())?.value;
  return cookie ? loadSession(await sessionIdOf(cookie), now) : null;
}

/** The session id that a cookie carries; null when it was not made here. */
async function sessionIdOf(cookie: string): Promise<string | null> {
  try {
    const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}

/** The viewer of a session that is in force at `now`, or null. Notes once a minute that it is in use. */
export async function loadSession(sessionId: string | null, now: Date): Promise<Viewer | null> {
  if (!sessionId || !isUuid(sessionId)) return null;
  const idleSince = new Date(now.getTime() - env().SESSION_IDLE_MINUTES * 60_000);
  const [row] = await db().$queryRaw<SessionRow[]>`
    SELECT p."id" AS "personId", p."name", p."email", p."admin", p."executive", s."lastSeenAt",
      (SELECT jsonb_object_agg(m."teamId", m."role") FROM "Membership" m WHERE m."personId" = p."id") AS "teams"
    FROM "Session" s JOIN "Person" p ON p."id" = s."personId"
    WHERE s."id" = ${sessionId}::uuid AND s."expiresAt" > ${now} AND s."lastSeenAt" > ${idleSince}
      AND p."disabledAt" IS NULL`;
  if (!row) return null;
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
    await db().session.updateMany({
      where: { id: sessionId, lastSeenAt: { lt: now } },
      data: { lastSeenAt: now },
    });
  }
  const person = { id: row.personId, name: row.name, email: row.email };
  return {
    sessionId,
    person,
    actor: { id: row.personId, admin: row.admin, executive: row.executive, teams: row.teams ?? {} },
  };
}
