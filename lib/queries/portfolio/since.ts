import "server-only";
import type { Since } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import type { ServiceChoice } from "../../domain/filters";
import type { ChangeCause } from "../../domain/gap-changes";
import { READY } from "../../domain/standing";
import { byCodePoint } from "../../domain/text";
import { chosenOf, isNamed, isNarrow, isPlaced } from "../../snapshot/choose";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import { pointOf } from "./trend-points";

/** How many services are named. */
const NAMED = 5;

const isReady = ({ standing }: ServiceThen) => READY.includes(standing);

/**
 * What is different from an earlier instant. A service that was not there, or was retired, was not ready then; one that
 * only came to match the filters is compared with itself. One statement, where services fell back.
 * @returns null where there were no services then
 */
export async function loadSince(
  snapshot: Snapshot,
  then: Snapshot,
  choice: ServiceChoice,
): Promise<Since | null> {
  const chosen = chosenOf(snapshot, choice).filter(({ counts }) => counts);
  const ids = new Set(chosen.map(({ id }) => id));
  const wasPlaced = isPlaced(choice, then);
  // Those that filters by name, tag and standing mean now are meant at the other time too, wherever they belonged.
  const isMeant = isNamed(choice, snapshot);
  const meant = ({ id }: ServiceThen) => {
    const now = snapshot.byId.get(id);
    return !isNarrow(choice) || (now !== undefined && isMeant(now));
  };
  const before = then.services.filter((service) => service.counts && wasPlaced(service) && meant(service));
  if (before.length === 0) return null;
  const beforeIds = new Set(before.map(({ id }) => id));
  const wasReady = ({ id }: ServiceThen) => {
    const was = then.byId.get(id);
    return was?.counts === true && isReady(was);
  };
  const changed = (ready: boolean) =>
    chosen
      .filter((service) => isReady(service) === ready && wasReady(service) !== ready)
      .map((service) => ({ service, name: service.facts.name.toLowerCase() }))
      .sort((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.service.slug, b.service.slug))
      .map(({ service }) => service);
  const [becameReady, fellBack] = [changed(true), changed(false)];
  const shown = fellBack.slice(0, NAMED);
  const causes = await loadCauses(shown, snapshot.at);
  const point = pointOf(then, before, snapshot);
  return {
    day: then.day,
    from: {
      services: point.services,
      score: point.score,
      ready: point.byStanding.production_ready + point.byStanding.ready_with_accepted_risks,
      ...{ known: point.now.known, unknown: point.now.unknown },
      ...{ knownLoss: point.now.knownLoss, unknownLoss: point.now.unknownLoss },
    },
    added: chosen.filter(({ id }) => !beforeIds.has(id)).length,
    left: before.filter(({ id }) => !ids.has(id)).length,
    becameReady: { count: becameReady.length, services: becameReady.slice(0, NAMED).map(named) },
    fellBack: {
      count: fellBack.length,
      services: shown.map((service) => ({ ...named(service), cause: causes.get(service.id) ?? "ageing" })),
    },
  };
}

const named = ({ slug, facts }: ServiceThen) => ({ slug, name: facts.name });

/** By id, the cause of the point at which a service that was ready last ceased to be; none where no point says so yet. */
async function loadCauses(
  services: readonly ServiceThen[],
  at: Date,
): Promise<ReadonlyMap<string, ChangeCause>> {
  if (services.length === 0) return new Map();
  const ready = Prisma.join(READY.map((standing) => Prisma.sql`${standing}::"Standing"`));
  const rows = await reader().$queryRaw<{ id: string; cause: ChangeCause }[]>`
    SELECT DISTINCT ON (f."serviceId") f."serviceId" AS "id", f."cause" FROM "ReadinessPoint" f
    WHERE f."serviceId" = ANY(${services.map(({ id }) => id)}::uuid[]) AND f."at" <= ${at}::timestamptz
      AND (f."at", f."id") > (
        SELECT r."at", r."id" FROM "ReadinessPoint" r
        WHERE r."serviceId" = f."serviceId" AND r."at" <= ${at}::timestamptz AND r."standing" IN (${ready})
        ORDER BY r."at" DESC, r."id" DESC LIMIT 1)
    ORDER BY f."serviceId", f."at", f."id"`;
  return new Map(rows.map(({ id, cause }) => [id, cause]));
}
