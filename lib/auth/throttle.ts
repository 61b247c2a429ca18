import "server-only";
import { createHash } from "node:crypto";
import { db } from "../db/client";
import { FORGET_AFTER_MS, waitAfter } from "../domain/throttle";

const keyOf = (kind: "account" | "address", value: string) =>
  `${kind}:${createHash("sha256").update(value).digest("hex").slice(0, 40)}`;

/**
 * Counts an attempt to sign in against its account and its address before the password is looked at, so that guesses
 * sent at once are all counted, whichever process they reach.
 * @returns seconds to wait when one of the two is slowed down, else 0
 */
export async function countAttempt(email: string, address: string, now: Date): Promise<number> {
  const forgotten = new Date(now.getTime() - FORGET_AFTER_MS);
  let wait = 0;
  for (const key of [keyOf("account", email), keyOf("address", address)]) {
    const [row] = await db().$queryRaw<{ failures: number; blockedUntil: Date | null; blocked: boolean }[]>`
      INSERT INTO "SignInThrottle" AS t ("key", "failures", "lastFailedAt") VALUES (${key}, 1, ${now})
      ON CONFLICT ("key") DO UPDATE SET
        "failures" = CASE WHEN t."blockedUntil" > ${now} THEN t."failures"
                          WHEN t."lastFailedAt" < ${forgotten} THEN 1 ELSE t."failures" + 1 END,
        "lastFailedAt" = CASE WHEN t."blockedUntil" > ${now} THEN t."lastFailedAt" ELSE ${now} END
      RETURNING "failures", "blockedUntil", coalesce("blockedUntil" > ${now}, false) AS "blocked"`;
    if (!row) continue;
    if (row.blocked && row.blockedUntil) {
      wait = Math.max(wait, Math.ceil((row.blockedUntil.getTime() - now.getTime()) / 1000));
    } else if (waitAfter(row.failures) > 0) {
      const blockedUntil = new Date(now.getTime() + waitAfter(row.failures));
      await db().signInThrottle.updateMany({
        where: { key, failures: row.failures },
        data: { blockedUntil },
      });
    }
  }
  return wait;
}

/** A sign-in worked: the account starts anew, the address gets its one attempt back. */
export async function forgive(email: string, address: string): Promise<void> {
  await db().signInThrottle.deleteMany({ where: { key: keyOf("account", email) } });
  await db().$executeRaw`
    UPDATE "SignInThrottle" SET "failures" = greatest(0, "failures" - 1), "blockedUntil" = NULL
    WHERE "key" = ${keyOf("address", address)}`;
}
