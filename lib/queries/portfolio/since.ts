import "server-only";
import type { MovedServices, Since, TrendPoint } from "../../contracts/portfolio";
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
 * only came to match the filters is compared with itself. One statement, where services moved.
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
  const causes = await loadCauses([...becameReady, ...fellBack], snapshot.at);
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
    becameReady: movedServices(becameReady, causes, "answer"),
    fellBack: movedServices(fellBack, causes, "ageing"),
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

/** How many moved, by what, and who the first few of them are. @param usual where nothing says by what */
function movedServices(
  services: readonly ServiceThen[],
  causes: ReadonlyMap<string, ChangeCause>,
  usual: ChangeCause,
): MovedServices {
  const causeOf = ({ id }: ServiceThen) => causes.get(id) ?? usual;
  const counts = new Map<ChangeCause, number>();
  for (const service of services) counts.set(causeOf(service), (counts.get(causeOf(service)) ?? 0) + 1);
  return {
    count: services.length,
    causes: [...counts]
      .map(([cause, count]) => ({ cause, count }))
      .sort((a, b) => b.count - a.count || byCodePoint(a.cause, b.cause)),
    services: byName(services)
      .slice(0, NAMED)
      .map((service) => ({ ...named(service), cause: causeOf(service) })),
  };
}

interface Turn {
  id: string;
  /** When it last was otherwise. */
  before: Date;
  /** Of the point at which it came to be as it is; null where none is written yet. */
  cause: ChangeCause | null;
  at: Date | null;
}

/**
 * By id, why services that moved came to be ready, or not ready any more: the cause of the point at which they last did. What
 * happened by itself is told apart, a waiver whose day was over or an answer that went stale, also before the point of it is
 * written. Whoever was ready all along, and only came back to be counted, is told by the point at which it did.
 */
async function loadCauses(
  services: readonly ServiceThen[],
  at: Date,
): Promise<ReadonlyMap<string, ChangeCause>> {
  if (services.length === 0) return new Map();
  const ready = Prisma.join(READY.map((standing) => Prisma.sql`${standing}::"Standing"`));
  const turns = await reader().$queryRaw<Turn[]>`
    SELECT s."id", l."at" AS "before", f."cause", f."at"
    FROM unnest(${services.map(({ id }) => id)}::uuid[], ${services.map(isReady)}::boolean[]) AS s("id", "ready")
    CROSS JOIN LATERAL (
      SELECT p."at", p."id" FROM "ReadinessPoint" p
      WHERE p."serviceId" = s."id" AND p."at" <= ${at}::timestamptz
        AND s."ready" <> (p."standing" IN (${ready})
          AND NOT (s."ready" AND (p."deleted" OR p."lifecycle" = 'retired')))
      ORDER BY p."at" DESC, p."id" DESC LIMIT 1) l
    LEFT JOIN LATERAL (
      SELECT p."cause", p."at" FROM "ReadinessPoint" p
      WHERE p."serviceId" = s."id" AND p."at" <= ${at}::timestamptz AND (p."at", p."id") > (l."at", l."id")
      ORDER BY p."at", p."id" LIMIT 1) f ON true`;
  const waiversOf = new Map(services.map(({ id, service }) => [id, service.waivers]));
  const causeOf = ({ id, before, cause, at: turned }: Turn): [string, ChangeCause][] => {
    const isOver = (from: number, to: number) =>
      waiversOf.get(id)?.some(({ endsAt, endedAt }) => endedAt > endsAt && endsAt >= from && endsAt < to);
    if (turned === null) return isOver(before.getTime(), at.getTime()) ? [[id, "waiver"]] : [];
    const end = turned.getTime();
    return cause === null ? [] : [[id, cause === "ageing" && isOver(end - 1, end) ? "waiver" : cause]];
  };
  return new Map(turns.flatMap(causeOf));
}
