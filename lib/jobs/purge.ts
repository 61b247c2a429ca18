import { db } from "../db/client";
import { FORGET_AFTER_MS } from "../domain/throttle";

const DAY_MS = 24 * 60 * 60 * 1000;
const AT_A_TIME = 1_000;

/**
 * Deletes what has served its time: replies kept for an Idempotency-Key (24 h), forgotten sign-in failures, sessions
 * that are over. At most a thousand of each at a time.
 */
export async function purge(now: Date): Promise<void> {
  const replies = new Date(now.getTime() - DAY_MS);
  const failures = new Date(now.getTime() - FORGET_AFTER_MS);
  await db().$executeRaw`
    DELETE FROM "IdempotentReply" WHERE ctid IN (
      SELECT ctid FROM "IdempotentReply" WHERE "createdAt" < ${replies} LIMIT ${AT_A_TIME})`;
  await db().$executeRaw`
    DELETE FROM "SignInThrottle" WHERE ctid IN (
      SELECT ctid FROM "SignInThrottle"
      WHERE "lastFailedAt" < ${failures} AND ("blockedUntil" IS NULL OR "blockedUntil" < ${now}) LIMIT ${AT_A_TIME})`;
  await db().$executeRaw`
    DELETE FROM "Session" WHERE ctid IN (SELECT ctid FROM "Session" WHERE "expiresAt" < ${now} LIMIT ${AT_A_TIME})`;
}
