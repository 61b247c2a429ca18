import "server-only";
import type { Scope } from "../../auth/scope";
import type { PageFilters, Token } from "../../contracts/people";
import type { ApiToken } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { TOKEN_SCOPES } from "../../domain/token-scopes";
import { pageOf, readInstantCursor } from "../cursor";

const PAGE = 50;

/** A stored token as the API tells it, with its secret only for who just made it. */
export function presentToken(row: ApiToken, secret: string | null): Token {
  const { id, name, prefix } = row;
  return {
    id,
    name,
    prefix,
    scopes: TOKEN_SCOPES.filter((scope) => row.scopes.includes(scope)),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    secret,
  };
}

/** The tokens of a person, newest first, ended and expired ones too until they are purged. One statement. */
export async function loadTokens(
  scope: Scope<"token:list">,
  { cursor, limit = PAGE }: PageFilters,
): Promise<{ items: Token[]; nextCursor: string | null }> {
  const after = cursor ? readInstantCursor(cursor) : null;
  const rows = await reader().apiToken.findMany({
    where: {
      personId: scope.resource.id,
      ...(after
        ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const { page, nextCursor } = pageOf(rows, limit, ({ createdAt, id }) => ({
    value: createdAt.toISOString(),
    id,
  }));
  return { items: page.map((row) => presentToken(row, null)), nextCursor };
}
