import "server-only";
import type { Since, TrendPoint } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { DAILY_FILTERS, type ServiceChoice } from "../../domain/filters";
import type { ChangeCause } from "../../domain/gap-changes";
import { READY } from "../../domain/standing";
import { byCodePoint } from "../../domain/text";
import { isNamed, isNarrow, isPlaced } from "../../snapshot/choose";
import { derived, keyOf } from "../../snapshot/derived";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import { pointOf } from "./trend-points";

/** How many services are named. */
const NAMED = 5;

const isReady = ({ standing }: ServiceThen) => READY.includes(standing);

/**
 * What is different from an earlier instant. A service that was not there, or was retired, was not ready then; one that
 * only came to match the filters is compared with itself. One statement, where services fell back.
 * @param chosen those of the snapshot that the choice means and that count (S8)
 * @returns null where there were no services then
 */
export async function loadSince(
  snapshot: Snapshot,
  then: Snapshot,
  chosen: readonly ServiceThen[],
  choice: ServiceChoice,
): Promise<Since | null> {
  const point = await pointThen(snapshot, then, choice);
  if (point.services === 0) return null;
  const wasPlaced = isPlaced(choice, then);
  const [becameReady, fellBack]: [ServiceThen[], ServiceThen[]] = [[], []];
  let stayed = 0;
  for (const [service, was] of withEarlier(chosen, then.services)) {
    const [is, wasReady] = [isReady(service), was?.counts === true && isReady(was)];
    if (is !== wasReady) (is ? becameReady : fellBack).push(service);
    if (was?.counts && wasPlaced(was)) stayed += 1;
  }
  const shown = byName(fellBack).slice(0, NAMED);
  const causes = await loadCauses(shown, snapshot.at);
  return {
    day: then.day,
    from: {
      services: point.services,
      score: point.score,
      ready: point.byStanding.production_ready + point.byStanding.ready_with_accepted_risks,
      ...{ known: point.now.known, unknown: point.now.unknown },
      ...{ knownLoss: point.now.knownLoss, unknownLoss: point.now.unknownLoss },
    },
    added: chosen.length - stayed,
    left: point.services - stayed,
    becameReady: { count: becameReady.length, services: byName(becameReady).slice(0, NAMED).map(named) },
    fellBack: {
      count: fellBack.length,
      services: shown.map((service) => ({ ...named(service), cause: causes.get(service.id) ?? "ageing" })),
    },
  };
}

/** What filters mean of an earlier instant, added up: the same after each save, but where they go by what is true now. */
function pointThen(snapshot: Snapshot, then: Snapshot, choice: ServiceChoice): Promise<TrendPoint> {
  const asked = Object.fromEntries(DAILY_FILTERS.map((name) => [name, choice[name]]));
  const { currency } = snapshot.model;
  const wasPlaced = isPlaced(choice, then);
  const made = async (isMeant: (service: ServiceThen) => boolean) => {
    const before = then.services.filter(
      (service) => service.counts && wasPlaced(service) && isMeant(service),
    );
    return pointOf(then, before, snapshot);
  };
  if (!isNarrow(choice)) return derived(then, keyOf("point", { ...asked, currency }), () => made(() => true));
  // Those that filters by name, tag and standing mean now are meant at the other time too, wherever they belonged.
  const isMeant = isNamed(choice, snapshot);
  return made(({ id }) => {
    const now = snapshot.byId.get(id);
    return now !== undefined && isMeant(now);
  });
}

/** Services, each with what it was at an earlier instant; both in the order of a snapshot. */
function* withEarlier(
  services: readonly ServiceThen[],
  earlier: readonly ServiceThen[],
): Generator<[ServiceThen, ServiceThen | undefined]> {
  let place = 0;
  for (const service of services) {
    // Mostly they stand side by side: no text is compared then.
    while (place < earlier.length && isBefore(earlier[place] as ServiceThen, service)) place += 1;
    const was = earlier[place];
    yield [service, was && !isBefore(service, was) ? was : undefined];
  }
}

const isBefore = (a: ServiceThen, b: ServiceThen) => a.service !== b.service && a.slug < b.slug;

const byName = (services: readonly ServiceThen[]): ServiceThen[] =>
  services
    .map((service) => ({ service, name: service.facts.name.toLowerCase() }))
    .sort((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.service.slug, b.service.slug))
    .map(({ service }) => service);

const named = ({ slug, facts }: ServiceThen) => ({ slug, name: facts.name });

/**
 * By id, the cause of the point at which a service that was ready last ceased to be; none where no point says so yet. What
 * happened by itself is told apart: a waiver whose day was over, or an answer that went stale.
 */
async function loadCauses(
  services: readonly ServiceThen[],
  at: Date,
): Promise<ReadonlyMap<string, ChangeCause>> {
  if (services.length === 0) return new Map();
  const ready = Prisma.join(READY.map((standing) => Prisma.sql`${standing}::"Standing"`));
  const rows = await reader().$queryRaw<{ id: string; cause: ChangeCause; at: Date }[]>`
    SELECT DISTINCT ON (f."serviceId") f."serviceId" AS "id", f."cause", f."at" FROM "ReadinessPoint" f
    WHERE f."serviceId" = ANY(${services.map(({ id }) => id)}::uuid[]) AND f."at" <= ${at}::timestamptz
      AND (f."at", f."id") > (
        SELECT r."at", r."id" FROM "ReadinessPoint" r
        WHERE r."serviceId" = f."serviceId" AND r."at" <= ${at}::timestamptz AND r."standing" IN (${ready})
        ORDER BY r."at" DESC, r."id" DESC LIMIT 1)
    ORDER BY f."serviceId", f."at", f."id"`;
  const waiversOf = new Map(services.map(({ id, service }) => [id, service.waivers]));
  const isOver = (id: string, at: Date) =>
    waiversOf.get(id)?.some(({ endsAt }) => endsAt + 1 === at.getTime()) ?? false;
  return new Map(
    rows.map(({ id, cause, at }) => [id, cause === "ageing" && isOver(id, at) ? "waiver" : cause]),
  );
}
