import "server-only";
import { db } from "../db/client";
import { AppError } from "../domain/errors";
import type { TokenScope } from "../domain/token-scopes";
import { secretHash } from "./secrets";
import type { Viewer } from "./viewer";

const TOUCH_EVERY_MS = 60_000;

interface TokenRow {
  id: string;
  tokenName: string;
  scopes: TokenScope[];
  expiresAt: Date;
  endedAt: Date | null;
  lastUsedAt: Date | null;
  disabled: boolean;
  personId: string;
  name: string;
  email: string;
  admin: boolean;
  executive: boolean;
  teams: Record<string, "lead" | "member"> | null;
}

/** What a request carries as `Authorization: Bearer`; null when it carries nothing of the kind. */
export function bearerOf(headers: Headers): string | null {
  const match = /^bearer(?:\s+(.*))?$/i.exec(headers.get("authorization")?.trim() ?? "");
  return match ? (match[1] ?? "") : null;
}

const refuse = (message: string) => new AppError("not_signed_in", { message });

/**
 * The viewer of the token that a request carries, with its owner's rights of now, as far as its scopes go: one
 * statement. Null without a token. Notes once a minute that it is in use.
 * @throws AppError not_signed_in for a token that is unknown, over or ended, or whose owner is disabled
 */
export async function loadBearer(headers: Headers, now: Date): Promise<Viewer | null> {
  const secret = bearerOf(headers);
  if (secret === null) return null;
  const [row] = await db().$queryRaw<TokenRow[]>`
    SELECT t."id", t."name" AS "tokenName", t."scopes", t."expiresAt", t."endedAt", t."lastUsedAt", p."disabledAt" IS NOT NULL AS "disabled",
      p."id" AS "personId", p."name", p."email", p."admin", p."executive",
      (SELECT jsonb_object_agg(m."teamId", m."role") FROM "Membership" m WHERE m."personId" = p."id") AS "teams"
    FROM "ApiToken" t JOIN "Person" p ON p."id" = t."personId" WHERE t."hash" = ${secretHash(secret)}`;
  if (!row) throw refuse("This token is unknown. Check that it is complete, or make another.");
  if (row.endedAt) throw refuse("This token was ended. Make another.");
  if (row.expiresAt <= now) throw refuse("This token has expired. Make another.");
  if (row.disabled) throw refuse("The owner of this token is disabled.");
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > TOUCH_EVERY_MS) await touch(row.id, now);
  const { id, tokenName, scopes, personId, name, email, admin, executive } = row;
  return {
    sessionId: null,
    token: { id, name: tokenName, scopes },
    person: { id: personId, name, email },
    actor: { id: personId, admin, executive, teams: row.teams ?? {}, scopes },
  };
}

const touch = (id: string, now: Date) =>
  db().apiToken.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: now } }] },
    data: { lastUsedAt: now },
  });
