import { KEPT_MS } from "../db/changes/ledger";
import { db } from "../db/client";
import { INVITATION_KEPT_DAYS } from "../domain/invitation";
import { FORGET_AFTER_MS } from "../domain/throttle";
import { TOKEN_KEPT_DAYS } from "../domain/token-scopes";

const DAY_MS = 24 * 60 * 60 * 1000;
const AT_A_TIME = 1_000;
/** An import makes thousands of changes in a minute. */
const CHANGES_AT_A_TIME = 50_000;
const PRESENCE_KEPT_MS = 60_000;

/**
 * Deletes what has served its time: replies kept for an Idempotency-Key (24 h), forgotten sign-in failures, sessions
 * that are over, invitations 30 days and tokens 90 days after their end, what was told to browsers (some minutes, the
 * newest kept) and who was there (a minute). At most so many of each at a time.
 */
export async function purge(now: Date): Promise<void> {
  const replies = new Date(now.getTime() - DAY_MS);
  const failures = new Date(now.getTime() - FORGET_AFTER_MS);
  const invitations = new Date(now.getTime() - INVITATION_KEPT_DAYS * DAY_MS);
  const changes = new Date(now.getTime() - KEPT_MS);
  const presences = new Date(now.getTime() - PRESENCE_KEPT_MS);
  const tokens = new Date(now.getTime() - TOKEN_KEPT_DAYS * DAY_MS);
  await db().$executeRaw`
    DELETE FROM "IdempotentReply" WHERE ctid IN (
      SELECT ctid FROM "IdempotentReply" WHERE "createdAt" < ${replies} LIMIT ${AT_A_TIME})`;
  await db().$executeRaw`
    DELETE FROM "SignInThrottle" WHERE ctid IN (
      SELECT ctid FROM "SignInThrottle"
      WHERE "lastFailedAt" < ${failures} AND ("blockedUntil" IS NULL OR "blockedUntil" < ${now}) LIMIT ${AT_A_TIME})`;
  await db().$executeRaw`
    DELETE FROM "Session" WHERE ctid IN (SELECT ctid FROM "Session" WHERE "expiresAt" < ${now} LIMIT ${AT_A_TIME})`;
  await db().$executeRaw`
    DELETE FROM "Invitation" WHERE ctid IN (
      SELECT ctid FROM "Invitation"
      WHERE coalesce("acceptedAt", least("revokedAt", "expiresAt")) < ${invitations} LIMIT ${AT_A_TIME})`;
  await db().$executeRaw`
    DELETE FROM "ApiToken" WHERE ctid IN (
      SELECT ctid FROM "ApiToken" WHERE least("endedAt", "expiresAt") < ${tokens} LIMIT ${AT_A_TIME})`;
  await db().$executeRaw`
    DELETE FROM "Change" WHERE ctid IN (
      SELECT ctid FROM "Change"
      WHERE "at" < ${changes} AND "id" < (SELECT max("id") FROM "Change") LIMIT ${CHANGES_AT_A_TIME})`;
  await db().$executeRaw`
    DELETE FROM "Presence" WHERE ctid IN (
      SELECT ctid FROM "Presence" WHERE "seenAt" < ${presences} LIMIT ${AT_A_TIME})`;
}
