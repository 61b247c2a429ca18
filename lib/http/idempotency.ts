import "server-only";
import { createHash, createHmac } from "node:crypto";
import { env } from "../config/env";
import { inTransaction } from "../db/transaction";
import { AppError } from "../domain/errors";
import { codePoints } from "../domain/text";

const KEEP_MS = 24 * 3_600_000;
const MAX_KEY = 255;

/** A reply that can be kept. */
export interface StoredReply {
  status: number;
  body: unknown;
}

/**
 * The Idempotency-Key of a request, or null. @throws AppError invalid_input when it is empty or too long
 */
export function idempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method !== "POST") return null;
  if (key === "" || codePoints(key) > MAX_KEY) {
    const message = `must have 1 to ${MAX_KEY} characters.`;
    throw new AppError("invalid_input", {
      message: `Idempotency-Key: ${message}`,
      fields: [{ field: "Idempotency-Key", message }],
    });
  }
  return key;
}

/**
 * Carries a request out once per person, route and key: the reply is written in the transaction of its effect and
 * given again for 24 hours.
 * @param toldOnce the field of the reply that is not kept: null when the reply is given again
 * @throws AppError in_progress while the first is under way; idempotency_mismatch when the body differs
 */
export async function replyOnce(
  identity: { person: string; route: string; key: string; body: unknown },
  now: Date,
  work: () => Promise<StoredReply>,
  toldOnce?: string,
): Promise<StoredReply> {
  const { person, route, key } = identity;
  // Keyed, because a body may hold a password, which a plain digest would let anybody with a copy of the table try.
  const bodyHash = createHmac("sha256", env().NEXTAUTH_SECRET)
    .update(JSON.stringify(inOrder(identity.body ?? null)))
    .digest("hex");
  const lock = createHash("sha256")
    .update(JSON.stringify([person, route, key]))
    .digest()
    .readBigInt64BE(0);
  return inTransaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ got: boolean }[]>`SELECT pg_try_advisory_xact_lock(${lock}) AS "got"`;
    if (!held?.got) {
      throw new AppError("in_progress", {
        message: "The same request is being carried out. Ask again in a second for its reply.",
        retryAfterSeconds: 1,
      });
    }
    const where = { person_route_key: { person, route, key } };
    const kept = await tx.idempotentReply.findUnique({ where });
    if (kept && now.getTime() - kept.createdAt.getTime() < KEEP_MS) {
      if (kept.bodyHash !== bodyHash) throw new AppError("idempotency_mismatch");
      return { status: kept.status, body: kept.body };
    }
    const reply = await work();
    const told = toldOnce ? { ...(reply.body as object), [toldOnce]: null } : (reply.body ?? null);
    const data = { bodyHash, status: reply.status, body: told as never, createdAt: now };
    await tx.idempotentReply.upsert({ where, create: { person, route, key, ...data }, update: data });
    return reply;
  });
}

/** A JSON value with the names of its objects in order: the same body, however it was written down. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, child]) => [name, inOrder(child)]),
  );
}
