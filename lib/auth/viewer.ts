import "server-only";
import { decode } from "next-auth/jwt";
import { env } from "../config/env";
import { once } from "../config/once";
import { STAMP } from "../db/changes/stamp";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import type { Actor } from "../domain/policy";
import { isUuid } from "../domain/text";
import type { TokenScope } from "../domain/token-scopes";
import { loadBearer } from "./bearer";
import { SESSION_COOKIE } from "./cookies";

/** Who sends a request: a person who is signed in, or whose token is used. */
export interface Viewer {
  /** Null with a token. */
  sessionId: string | null;
  /** Null when signed in. */
  token: { id: string; name: string; scopes: readonly TokenScope[] } | null;
  /** `example`: of the example portfolio; nobody signs in as one of them, and what they do is invented too. */
  person: { id: string; name: string; email: string; example?: true };
  actor: Actor;
  /** Of all changes, when the session was looked up and it was asked for: what is kept in memory since is good for it. */
  stamp?: string;
  /** A page is drawn for everybody with these rights: the person is nobody in particular. */
  anybody?: true;
}

interface SessionRow {
  personId: string;
  name: string;
  email: string;
  admin: boolean;
  executive: boolean;
  lastSeenAt: Date;
  stamp: string | null;
  teams: Record<string, "lead" | "member"> | null;
}

const TOUCH_EVERY_MS = 60_000;

/** What is asked of a request to know who sent it. */
export interface Identified {
  headers: Headers;
  cookies: { get(name: string): { value: string } | undefined };
}

/** Whether a request counts as use of the session: what a browser does by itself does not. */
export type Use = "by_person" | "background";

/** How a viewer is looked up. */
export interface Asking {
  use?: Use;
  /** Whether the stamp of all changes is read with them: for what is kept in memory. */
  stamped?: boolean;
}

/**
 * Who sends a request: by its token when it carries one, whatever cookie comes beside it, else by its session.
 * @throws AppError not_signed_in for a token that is not in force
 */
export async function viewerOf(request: Identified, now: Date, asking?: Asking): Promise<Viewer | null> {
  return (await loadBearer(request.headers, now)) ?? loadViewer(request.cookies, now, asking);
}

/**
 * Who sends a request, by its session cookie: one statement. Null when nobody is signed in, the session ended, idled
 * out or was deleted, or its person is disabled.
 */
export async function loadViewer(
  cookies: { get(name: string): { value: string } | undefined },
  now: Date,
  asking?: Asking,
): Promise<Viewer | null> {
  const cookie = cookies.get(SESSION_COOKIE.name())?.value;
  return cookie ? loadSession(await sessionIdOf(cookie), now, asking) : null;
}

/** How many cookies are remembered with what they carry: opening one takes as long as looking the session up. */
const MOST_OPENED = 2_000;
const opened = () => once("opened-cookies", () => new Map<string, string>());

/** The session id that a cookie carries; null when it was not made here. Whether it is in force, its row says. */
async function sessionIdOf(cookie: string): Promise<string | null> {
  const known = opened().get(cookie);
  if (known !== undefined) return known;
  try {
    const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET });
    if (typeof token?.sid !== "string") return null;
    for (const old of opened().keys()) if (opened().size >= MOST_OPENED) opened().delete(old);
    opened().set(cookie, token.sid);
    return token.sid;
  } catch {
    return null;
  }
}

/** The viewer of a session that is in force at `now`, or null. Notes once a minute that a person uses it. */
export async function loadSession(
  sessionId: string | null,
  now: Date,
  { use = "by_person", stamped = false }: Asking = {},
): Promise<Viewer | null> {
  if (!sessionId || !isUuid(sessionId)) return null;
  const idleSince = new Date(now.getTime() - env().SESSION_IDLE_MINUTES * 60_000);
  const [row] = await db().$queryRaw<SessionRow[]>`
    SELECT p."id" AS "personId", p."name", p."email", p."admin", p."executive", s."lastSeenAt",
      ${stamped ? STAMP : Prisma.sql`NULL`} AS "stamp",
      (SELECT jsonb_object_agg(m."teamId", m."role") FROM "Membership" m WHERE m."personId" = p."id") AS "teams"
    FROM "Session" s JOIN "Person" p ON p."id" = s."personId"
    WHERE s."id" = ${sessionId}::uuid AND s."expiresAt" > ${now} AND s."lastSeenAt" > ${idleSince}
      AND p."disabledAt" IS NULL`;
  if (!row) return null;
  if (use === "by_person" && now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
    await db().session.updateMany({
      where: { id: sessionId, lastSeenAt: { lt: now } },
      data: { lastSeenAt: now },
    });
  }
  const person = { id: row.personId, name: row.name, email: row.email };
  return {
    sessionId,
    token: null,
    ...(row.stamp === null ? {} : { stamp: row.stamp }),
    person,
    actor: { id: row.personId, admin: row.admin, executive: row.executive, teams: row.teams ?? {} },
  };
}
