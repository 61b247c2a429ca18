import "server-only";
import { randomUUID } from "node:crypto";
import { env } from "../config/env";
import { log } from "../config/log";
import { metrics } from "../config/metrics";
import { db } from "../db/client";
import { inTransaction } from "../db/transaction";
import { AppError } from "../domain/errors";
import { deviceOf, rememberDevice } from "./devices";
import { verifyPassword } from "./passwords";
import { guarded } from "./throttle";

/**
 * What a sign-in came to: a session, and the device cookie that the browser keeps from now on; or why not. `slowed`
 * says for how many seconds.
 */
export type SignIn =
  | { kind: "session"; personId: string; sessionId: string; device: string }
  | { kind: "refused" }
  | { kind: "slowed"; seconds: number };

/**
 * Signs somebody in with a password: counts the failure, compares in equal time, writes the session and the audit
 * event together.
 * @param from where the request came from, for the list of sessions; `device` is the device cookie that it brought
 */
export async function signIn(
  credentials: { email: string; password: string },
  from: { address: string; userAgent: string; requestId: string; device?: string | undefined },
  now: Date,
): Promise<SignIn> {
  const email = credentials.email.toLowerCase();
  const person = await db().person.findUnique({ where: { email } });
  const device = person && deviceOf(from.device, person);
  const attempt = { kind: "sign_in", email, address: from.address, device } as const;
  const refused = await guarded(attempt, now, async () => {
    const right = await verifyPassword(person?.passwordHash ?? null, credentials.password);
    if (!right || person?.disabledAt) throw new AppError("refused", { wrongSecret: true });
  }).catch((error: unknown) => notIn(error, from));
  if (refused || !person) return refused || { kind: "refused" };
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
        authenticatedAt: now,
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
  return { kind: "session", personId: person.id, sessionId, device: rememberDevice(from.device, person) };
}

/** A sign-in that was refused or slowed down, counted and logged. @throws every other error again */
function notIn(error: unknown, from: { address: string; requestId: string }): SignIn {
  if (!(error instanceof AppError)) throw error;
  const seconds = error.code === "too_many_attempts" ? (error.details.retryAfterSeconds ?? 1) : 0;
  metrics().signIns.inc({ result: seconds > 0 ? "slowed" : "refused" });
  if (seconds > 0) return { kind: "slowed", seconds };
  log().warn({ requestId: from.requestId, address: from.address }, "a sign-in was refused");
  return { kind: "refused" };
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
