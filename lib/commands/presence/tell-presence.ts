import "server-only";
import type { Scope } from "../../auth/scope";
import type { PresenceReport, Presences } from "../../contracts/presence";
import { inTransaction, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { PRESENT_MS } from "../../domain/presence";
import { loadPresence } from "../../queries/presence/presence";

/**
 * Notes where a person is in the assessment of a service, or that their tab left. Others are told when something that
 * they see changed: arrived, moved, left; not of every heartbeat.
 * @returns who is there now
 * @throws AppError refused when the tab is another person's
 */
export async function tellPresence(
  scope: Scope<"presence:tell">,
  body: PresenceReport,
  now: Date,
): Promise<Presences> {
  return inTransaction(async (tx) => {
    const changed = body.gone ? await leave(tx, scope, body.tab, now) : await beThere(tx, scope, body, now);
    const question = body.gone ? null : body.question;
    for (const service of changed) {
      // Dated by the database's clock, as every change.
      await tx.$executeRaw`
        INSERT INTO "Change" ("at", "action", "actorId", "subjectType", "subjectId", "question") VALUES
        (clock_timestamp(), 'presence.moved', ${scope.viewer.person.id}::uuid, 'service', ${service}, ${question})`;
    }
    return loadPresence(scope, now);
  });
}

const seenSince = (now: Date) => new Date(now.getTime() - PRESENT_MS);

/** Only from this service: the tab may have gone on to another one meanwhile. @returns where something changed */
async function leave(tx: Tx, scope: Scope<"presence:tell">, tab: string, now: Date): Promise<string[]> {
  const { count } = await tx.presence.deleteMany({
    where: {
      tabId: tab,
      personId: scope.viewer.person.id,
      serviceId: scope.resource.id,
      seenAt: { gt: seenSince(now) },
    },
  });
  return count > 0 ? [scope.resource.id] : [];
}

/** @returns the services where something changed */
async function beThere(
  tx: Tx,
  scope: Scope<"presence:tell">,
  { tab, question }: PresenceReport,
  now: Date,
): Promise<string[]> {
  const me = scope.viewer.person.id;
  const service = scope.resource.id;
  const [before] = await tx.$queryRaw<{ serviceId: string; questionKey: string | null; seenAt: Date }[]>`
    SELECT "serviceId", "questionKey", "seenAt" FROM "Presence" WHERE "tabId" = ${tab}::uuid FOR UPDATE`;
  const written = await tx.$executeRaw`
    INSERT INTO "Presence" AS x ("tabId", "personId", "serviceId", "questionKey", "seenAt")
    VALUES (${tab}::uuid, ${me}::uuid, ${service}::uuid, ${question}, ${now})
    ON CONFLICT ("tabId") DO UPDATE
    SET "serviceId" = excluded."serviceId", "questionKey" = excluded."questionKey", "seenAt" = excluded."seenAt"
    WHERE x."personId" = excluded."personId"`;
  if (written === 0) throw new AppError("refused", { message: "This tab is somebody else's." });
  if (!before || before.seenAt <= seenSince(now)) return [service];
  if (before.serviceId !== service) return [before.serviceId, service];
  return before.questionKey === question ? [] : [service];
}
