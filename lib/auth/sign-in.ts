import "server-only";
import { randomUUID } from "node:crypto";
import { env } from "../config/env";
import { log } from "../config/log";
import { metrics } from "../config/metrics";
import { db } from "../db/client";
import { inTransaction } from "../db/transaction";
import { verifyPassword } from "./passwords";
import { countAttempt, forgive } from "./throttle";

/** What a sign-in came to: a session, or why not. `slowed` says for how many seconds. */
export type SignIn =
  | { kind: "session"; personId: string; sessionId: string }
  | { kind: "refused" }
  | { kind: "slowed"; seconds: number };

/**
 * Signs somebody in with a password: counts the attempt, compares in equal time, writes the session and the audit
 * event together.
 * @param from where the request came from, for the list of sessions
 */
export async function signIn(
  credentials: { email: string; password: string },
  from: { address: string; userAgent: string; requestId: string },
  now: Date,
): Promise<SignIn> {
  const email = credentials.email.toLowerCase();
  const seconds = await countAttempt(email, from.address, now);
  if (seconds > 0) {
    metrics().signIns.inc({ result: "slowed" });
    return { kind: "slowed", seconds };
  }
  const person = await db().person.findUnique({ where: { email } });
  const right = await verifyPassword(person?.passwordHash ?? null, credentials.password);
  if (!person || !right || person.disabledAt) {
    metrics().signIns.inc({ result: "refused" });
    log().warn({ requestId: from.requestId, address: from.address }, "a sign-in was refused");
    return { kind: "refused" };
  }
  await forgive(email, from.address);
  const sessionId = randomUUID();
  const begun = await inTransaction(async (tx) => {
    // The password that was compared may have been changed, or the person disabled, since it was read.
    const still = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Person" WHERE "id" = ${person.id}::uuid AND "passwordHash" = ${person.passwordHash}
        AND "disabledAt" IS NULL FOR SHARE`;
    if (still.length === 0) return false;
    await tx.session.deleteMany({ where: { personId: person.id, expiresAt: { lt: now } } });
    await tx.session.create({
      data: {
        id: sessionId,
        personId: person.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + env().SESSION_HOURS * 3_600_000),
        userAgent: from.userAgent.slice(0, 300),
        address: from.address.slice(0, 64),
      },
    });
    await tx.auditEvent.create({
      data: {
        at: now,
        actorId: person.id,
        action: "session.created",
        subjectType: "person",
        subjectId: person.id,
        details: { address: from.address },
        requestId: from.requestId,
      },
    });
    return true;
  });
  if (!begun) return { kind: "refused" };
  metrics().signIns.inc({ result: "session" });
  return { kind: "session", personId: person.id, sessionId };
}

/** Ends one session of a person, if it is there. */
export async function endSession(sessionId: string, now: Date, requestId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId } });
    const { count } = await tx.session.deleteMany({ where: { id: sessionId } });
    if (!session || count === 0) return;
    await tx.auditEvent.create({
      data: {
        at: now,
        actorId: session.personId,
        action: "session.ended",
        subjectType: "person",
        subjectId: session.personId,
        details: {},
        requestId,
      },
    });
  });
}
