import "server-only";
import { randomUUID } from "node:crypto";
import type { Scope } from "../../auth/scope";
import { newSecret, secretHash, TOKEN_PREFIX } from "../../auth/secrets";
import type { Token, TokenNew } from "../../contracts/people";
import { audit } from "../../db/audit";
import { inTransaction } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { presentToken } from "../../queries/tokens/tokens";

/** So much of a token is kept to recognise it by. */
const SHOWN = TOKEN_PREFIX.length + 6;
const MAX_IN_FORCE = 100;

/**
 * Makes a token of one's own.
 * @returns the token with its secret, this once
 * @throws AppError refused when a hundred are in force; forbidden when the person was disabled meanwhile
 */
export async function createToken(
  scope: Scope<"token:create">,
  { name, scopes, days }: TokenNew,
  now: Date,
): Promise<Token> {
  const personId = scope.resource.id;
  const secret = TOKEN_PREFIX + newSecret();
  return inTransaction(async (tx) => {
    const enabled = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid AND "disabledAt" IS NULL FOR NO KEY UPDATE`;
    if (enabled.length === 0) throw new AppError("forbidden", { message: "Your account has been disabled." });
    const inForce = await tx.apiToken.count({ where: { personId, endedAt: null, expiresAt: { gt: now } } });
    if (inForce >= MAX_IN_FORCE) {
      const message = `You have ${MAX_IN_FORCE} tokens: end one that is no longer used first.`;
      throw new AppError("refused", { message });
    }
    const row = await tx.apiToken.create({
      data: {
        id: randomUUID(),
        personId,
        name,
        prefix: secret.slice(0, SHOWN),
        hash: secretHash(secret),
        scopes,
        createdAt: now,
        expiresAt: new Date(now.getTime() + days * 86_400_000),
      },
    });
    const details = { name, scopes, days };
    await audit(tx, scope, { action: "token.created", subject: ["token", row.id], details }, now);
    return presentToken(row, secret);
  });
}
