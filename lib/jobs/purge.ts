import { KEPT_MS } from "../db/changes/ledger";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { INVITATION_KEPT_DAYS } from "../domain/invitation";
import { FORGET_AFTER_MS } from "../domain/throttle";
import { TOKEN_KEPT_DAYS } from "../domain/token-scopes";
import { stopping } from "./stopping";

const DAY_MS = 24 * 60 * 60 * 1000;
/** How many rows one statement deletes. */
const AT_A_TIME = 5_000;
const PRESENCE_KEPT_MS = 60_000;

/**
 * Deletes what has served its time: replies kept for an Idempotency-Key (24 h), forgotten sign-in failures, sessions
 * that are over, invitations 30 days and tokens 90 days after their end, what was told to browsers (some minutes,
 * the newest kept) and who was there (a minute). All of it, however much came since the last time, so many rows a statement.
 */
export async function purge(now: Date): Promise<void> {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  await all("IdempotentReply", Prisma.sql`"createdAt" < ${ago(DAY_MS)}`);
  await all(
    "SignInThrottle",
    Prisma.sql`"lastFailedAt" < ${ago(FORGET_AFTER_MS)} AND ("blockedUntil" IS NULL OR "blockedUntil" < ${now})`,
  );
  await all("Session", Prisma.sql`"expiresAt" < ${now}`);
  await all(
    "Invitation",
    Prisma.sql`coalesce("acceptedAt", least("revokedAt", "expiresAt")) < ${ago(INVITATION_KEPT_DAYS * DAY_MS)}`,
  );
  await all("ApiToken", Prisma.sql`least("endedAt", "expiresAt") < ${ago(TOKEN_KEPT_DAYS * DAY_MS)}`);
  await all("Change", Prisma.sql`"at" < ${ago(KEPT_MS)} AND "id" < (SELECT max("id") FROM "Change")`);
  await all("Presence", Prisma.sql`"seenAt" < ${ago(PRESENCE_KEPT_MS)}`);
}

/** Deletes all rows of a table that a condition holds for; goes on next time when the process is to stop. */
async function all(name: string, condition: Prisma.Sql): Promise<void> {
  const table = Prisma.raw(`"${name}"`);
  let deleted = AT_A_TIME;
  while (deleted === AT_A_TIME && !stopping()) {
    deleted = await db().$executeRaw`
      DELETE FROM ${table} WHERE ctid IN (SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${AT_A_TIME})`;
  }
}
