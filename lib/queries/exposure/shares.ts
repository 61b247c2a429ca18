import "server-only";
import type { ExposureView } from "../../contracts/exposure";
import type { Pricing } from "../../domain/gap-worth";
import { COSTS, TIERS, type Tier } from "../../domain/vocabulary";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";

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
  return priced ? { ...sum, expectedLoss: all, knownLoss: ofKnown, acceptedLoss: ofAccepted } : sum;
}

/** By tier, what one incident of each cost is expected to cost (R3, R4); nothing where it has no price. */
const factorsOf = ({ means, severity }: Pricing): Record<Tier, Float64Array> =>
  Object.fromEntries(
    TIERS.map((tier) => [tier, Float64Array.from(COSTS, (cost) => (means[cost] ?? 0) * severity[tier])]),
  ) as Record<Tier, Float64Array>;

/** What teams, tiers and services carry of an exposure (R5, R6); retired services carry nothing. */
export function sharesOf(services: readonly ServiceThen[], snapshot: Snapshot): Shares {
  const { pricing } = snapshot;
  const priced = pricing.priced > 0;
  const factors = factorsOf(pricing);
  const empty = (): Share => ({ services: 0, now: nothing(priced), atLaunch: nothing(priced) });
  const counting = services
    .filter(({ counts }) => counts)
    .map((service) => ({ service, carries: carriedOf(service, factors[service.facts.tier], priced) }));
  const isLive = ({ facts }: ServiceThen) => facts.lifecycle === "live";
  const grouped = <Key>(key: (of: (typeof counting)[number]) => Key) => {
    const groups = new Map<Key, Share>();
    for (const each of counting) {
      const share = groups.get(key(each)) ?? empty();
      groups.set(key(each), share);
      share.services += 1;
      add(isLive(each.service) ? share.now : share.atLaunch, each.carries);
    }
    return groups;
  };
  const tiers = grouped(({ service }) => service.facts.tier);
  return {
    byTeam: [...grouped(({ service }) => service.facts.teamId)]
      .map(([id, share]) => ({ team: teamOf(snapshot, id).slug, name: teamOf(snapshot, id).name, ...share }))
      .sort((a, b) => bySize(a, b) || (a.team < b.team ? -1 : 1)),
    byTier: TIERS.flatMap((tier) => {
      const share = tiers.get(tier);
      return share ? [{ tier, ...share }] : [];
    }),
    byService: counting
      .map(({ service, carries }) => ({
        ...{
          service: service.slug,
          name: service.facts.name,
          team: teamOf(snapshot, service.facts.teamId).slug,
        },
        ...{ tier: service.facts.tier, standing: service.standing, services: 1 },
        now: isLive(service) ? carries : nothing(priced),
        atLaunch: isLive(service) ? nothing(priced) : carries,
      }))
      .sort((a, b) => bySize(a, b) || (a.service < b.service ? -1 : 1))
      .slice(0, MOST),
  };
}
