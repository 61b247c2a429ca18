import "server-only";
import type { Scope } from "../../auth/scope";
import { env } from "../../config/env";
import type { PageFilters, Session } from "../../contracts/people";
import { reader } from "../../db/transaction";
import { pageOf, readInstantCursor } from "../cursor";

const PAGE = 50;

/** The sessions of a person that are in force, the one used last first; `current` is the one that asks. One statement. */
export async function loadSessions(
  scope: Scope<"session:list">,
  { cursor, limit = PAGE }: PageFilters,
  now: Date,
): Promise<{ items: Session[]; nextCursor: string | null }> {
  const idleSince = new Date(now.getTime() - env().SESSION_IDLE_MINUTES * 60_000);
  const after = cursor ? readInstantCursor(cursor) : null;
  const rows = await reader().session.findMany({
    where: {
      personId: scope.resource.id,
      expiresAt: { gt: now },
      lastSeenAt: { gt: idleSince },
      ...(after
        ? { OR: [{ lastSeenAt: { lt: after.at } }, { lastSeenAt: after.at, id: { lt: after.id } }] }
        : {}),
    },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const { page, nextCursor } = pageOf(rows, limit, ({ lastSeenAt, id }) => ({
    value: lastSeenAt.toISOString(),
    id,
  }));
  const items = page.map(({ personId: _, authenticatedAt: __, ...row }) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    current: row.id === scope.viewer.sessionId,
  }));
  return { items, nextCursor };
}
