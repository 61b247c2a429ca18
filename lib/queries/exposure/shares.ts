import "server-only";
import type { ExposureView } from "../../contracts/exposure";
import type { Pricing } from "../../domain/gap-worth";
import { COSTS, TIERS, type Tier } from "../../domain/vocabulary";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { firstIn } from "../cursor";

/** How many services are named. */
const MOST = 50;

type Short = ExposureView["byTier"][number]["now"];
type Shares = Pick<ExposureView, "byTeam" | "byTier" | "byService">;

const nothing = (priced: boolean): Short => ({
  incidents: 0,
  known: 0,
  unknown: 0,
  accepted: 0,
  expectedLoss: priced ? 0 : null,
  knownLoss: priced ? 0 : null,
  acceptedLoss: priced ? 0 : null,
});

function add(sum: Short, more: Short): void {
  sum.incidents += more.incidents;
  sum.known += more.known;
  sum.unknown += more.unknown;
  sum.accepted += more.accepted;
  if (sum.expectedLoss !== null) sum.expectedLoss += more.expectedLoss ?? 0;
  if (sum.knownLoss !== null) sum.knownLoss += more.knownLoss ?? 0;
  if (sum.acceptedLoss !== null) sum.acceptedLoss += more.acceptedLoss ?? 0;
}

interface Share {
  services: number;
  now: Short;
  atLaunch: Short;
}

const size = ({ expectedLoss, incidents }: Short): number => expectedLoss ?? incidents;
const bySize = (a: Share, b: Share): number =>
  size(b.now) - size(a.now) || size(b.atLaunch) - size(a.atLaunch);

/** What a service carries (R5). @param factors what an incident of each cost is expected to cost it */
function carriedOf({ incidents }: ServiceThen, factors: Float64Array, priced: boolean): Short {
  const sum = nothing(priced);
  let [all, ofKnown, ofAccepted] = [0, 0, 0];
  for (let place = 0; place < COSTS.length; place += 1) {
    const known = incidents[place] as number;
    const unknown = incidents[COSTS.length + place] as number;
    const accepted = incidents[2 * COSTS.length + place] as number;
    const factor = factors[place] as number;
    sum.known += known;
    sum.unknown += unknown;
    sum.accepted += accepted;
    all += (known + unknown) * factor;
    ofKnown += known * factor;
    ofAccepted += accepted * factor;
  }
  sum.incidents = sum.known + sum.unknown;
  if (priced) [sum.expectedLoss, sum.knownLoss, sum.acceptedLoss] = [all, ofKnown, ofAccepted];
  return sum;
}

/** By tier, what one incident of each cost is expected to cost (R3, R4); nothing where it has no price. */
const factorsOf = ({ means, severity }: Pricing): Record<Tier, Float64Array> =>
  Object.fromEntries(
    TIERS.map((tier) => [tier, Float64Array.from(COSTS, (cost) => (means[cost] ?? 0) * severity[tier])]),
  ) as Record<Tier, Float64Array>;

const isLive = ({ facts }: ServiceThen) => facts.lifecycle === "live";

/** A service and what it carries. */
interface Carrier {
  service: ServiceThen;
  carries: Short;
}

/** Largest first by what is carried now, then at launch, then by short name. */
function bySizeOfOne(a: Carrier, b: Carrier): number {
  const sizeOf = ({ carries }: Carrier) => size(carries);
  const [liveA, liveB] = [isLive(a.service), isLive(b.service)];
  const now = (liveB ? sizeOf(b) : 0) - (liveA ? sizeOf(a) : 0);
  const atLaunch = (liveB ? 0 : sizeOf(b)) - (liveA ? 0 : sizeOf(a));
  return now || atLaunch || (a.service.slug < b.service.slug ? -1 : 1);
}

/** What teams, tiers and services carry of an exposure (R5, R6); retired services carry nothing. */
export function sharesOf(services: readonly ServiceThen[], snapshot: Snapshot): Shares {
  const { pricing } = snapshot;
  const priced = pricing.priced > 0;
  const factors = factorsOf(pricing);
  const empty = (): Share => ({ services: 0, now: nothing(priced), atLaunch: nothing(priced) });
  const [teams, tiers] = [new Map<string, Share>(), new Map<Tier, Share>()];
  const addTo = <Key>(groups: Map<Key, Share>, key: Key, live: boolean, carries: Short) => {
    const share = groups.get(key) ?? empty();
    groups.set(key, share);
    share.services += 1;
    add(live ? share.now : share.atLaunch, carries);
  };
  const carriers: Carrier[] = [];
  for (const service of services) {
    if (!service.counts) continue;
    const { teamId, tier } = service.facts;
    const carries = carriedOf(service, factors[tier], priced);
    carriers.push({ service, carries });
    addTo(teams, teamId, isLive(service), carries);
    addTo(tiers, tier, isLive(service), carries);
  }
  return {
    byTeam: [...teams]
      .map(([id, share]) => ({ team: teamOf(snapshot, id).slug, name: teamOf(snapshot, id).name, ...share }))
      .sort((a, b) => bySize(a, b) || (a.team < b.team ? -1 : 1)),
    byTier: TIERS.flatMap((tier) => {
      const share = tiers.get(tier);
      return share ? [{ tier, ...share }] : [];
    }),
    byService: firstIn(carriers, bySizeOfOne, MOST).map(({ service, carries }) => ({
      ...{ service: service.slug, name: service.facts.name },
      team: teamOf(snapshot, service.facts.teamId).slug,
      ...{ tier: service.facts.tier, standing: service.standing, services: 1 },
      now: isLive(service) ? carries : nothing(priced),
      atLaunch: isLive(service) ? nothing(priced) : carries,
    })),
  };
}
