import "server-only";
import { createHash } from "node:crypto";
import { db } from "../db/client";
import { Prisma } from "../db/generated/client";
import { AppError } from "../domain/errors";
import { FORGET_AFTER_MS, waitAfter } from "../domain/throttle";

const keyOf = (kind: "account" | "address", value: string) =>
  `${kind}:${createHash("sha256").update(value).digest("hex").slice(0, 40)}`;

/** The waits of the rule by number of failures, for SQL; from the last on they stay the same. */
const WAITS_MS = Array.from({ length: 32 }, (_, index) => waitAfter(index + 1));

/**
 * Counts an attempt to use a secret against its account and its address before the secret is looked at: each in one
 * statement, so that of guesses sent at once none slips through, whichever process they reach.
 * @param email the account, in lower case; null where a secret belongs to none
 * @returns seconds to wait when one of the two is slowed down, else 0
 */
export async function countAttempt(email: string | null, address: string, now: Date): Promise<number> {
  const account = email === null ? 0 : await count(keyOf("account", email), now);
  return Math.max(account, await count(keyOf("address", address), now));
}

/** Counts one failure, unless the key is blocked. @returns seconds until it no longer is, or 0 */
async function count(key: string, now: Date): Promise<number> {
  const forgotten = new Date(now.getTime() - FORGET_AFTER_MS);
  const failures = Prisma.sql`CASE WHEN t."lastFailedAt" < ${forgotten} THEN 1 ELSE t."failures" + 1 END`;
  const wait = Prisma.sql`(${WAITS_MS}::int[])[least(${failures}, ${WAITS_MS.length}::int)]`;
  const counted = await db().$executeRaw`
    INSERT INTO "SignInThrottle" AS t ("key", "failures", "lastFailedAt") VALUES (${key}, 1, ${now})
    ON CONFLICT ("key") DO UPDATE SET "failures" = ${failures}, "lastFailedAt" = ${now},
      "blockedUntil" = ${now}::timestamptz + nullif(${wait}, 0) * interval '1 millisecond'
    WHERE t."blockedUntil" IS NULL OR t."blockedUntil" <= ${now}`;
  if (counted > 0) return 0;
  const row = await db().signInThrottle.findUnique({ where: { key } });
  return Math.max(1, Math.ceil(((row?.blockedUntil?.getTime() ?? 0) - now.getTime()) / 1000));
}

/** The secret was right: the account starts anew, the address gets its one attempt back. */
export async function forgive(email: string | null, address: string): Promise<void> {
  if (email !== null) await forgiveAccount(email);
  await giveBack(keyOf("address", address));
}

/** Forgets the failures of an account. */
export async function forgiveAccount(email: string): Promise<void> {
  await db().signInThrottle.deleteMany({ where: { key: keyOf("account", email) } });
}

/** Takes one counted attempt back, with the wait that it brought. */
const giveBack = (key: string) => db().$executeRaw`
  UPDATE "SignInThrottle" SET "failures" = greatest(0, "failures" - 1), "blockedUntil" = NULL WHERE "key" = ${key}`;

/**
 * Does what a secret opens, counting the attempt as signing in does. Only a wrong secret costs it: whatever else is
 * refused is given back.
 * @throws AppError too_many_attempts while the account or the address is slowed down
 */
export async function guarded<T>(
  by: { email: string | null; address: string },
  now: Date,
  work: () => Promise<T>,
): Promise<T> {
  const retryAfterSeconds = await countAttempt(by.email, by.address, now);
  if (retryAfterSeconds > 0) {
    const message = `Too many attempts. Wait ${retryAfterSeconds} seconds, then try again.`;
    throw new AppError("too_many_attempts", { message, retryAfterSeconds });
  }
  try {
    const result = await work();
    await forgive(by.email, by.address);
    return result;
  } catch (error) {
    // Nothing was learnt about the secret, so that neither is the account forgiven what was guessed before.
    if (error instanceof AppError && !error.details.wrongSecret) {
      if (by.email !== null) await giveBack(keyOf("account", by.email));
      await giveBack(keyOf("address", by.address));
    }
    throw error;
  }
}
