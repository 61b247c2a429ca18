import "server-only";
import type { Scope } from "../../auth/scope";
import type { Presences } from "../../contracts/presence";
import { reader } from "../../db/transaction";
import { PRESENT_MS } from "../../domain/presence";

/** More than this nobody can take in. */
const MOST = 100;

/** Who has the assessment of a service open, by name; where a person is at several places, each of them. */
export async function loadPresence(
  scope: Scope<"service:read"> | Scope<"presence:tell">,
  now: Date,
): Promise<Presences> {
  const rows = await reader().$queryRaw<
    { id: string; name: string; question: string | null; seenAt: Date }[]
  >`
    SELECT p."id", p."name", x."questionKey" AS "question", max(x."seenAt") AS "seenAt"
    FROM "Presence" x JOIN "Person" p ON p."id" = x."personId"
    WHERE x."serviceId" = ${scope.resource.id}::uuid AND x."seenAt" > ${new Date(now.getTime() - PRESENT_MS)}
    GROUP BY p."id", p."name", x."questionKey" ORDER BY p."name", p."id", x."questionKey" LIMIT ${MOST}`;
  return {
    items: rows.map(({ id, name, question, seenAt }) => ({
      person: { id, name },
      question,
      seenAt: seenAt.toISOString(),
    })),
  };
}
