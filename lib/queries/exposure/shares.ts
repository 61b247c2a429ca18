import "server-only";
import type { ExposureView } from "../../contracts/exposure";
import { TIERS } from "../../domain/vocabulary";
import type { GapTable } from "../portfolio/gap-table";
import type { ChosenService } from "../portfolio/open-gaps";

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

/** What teams, tiers and services carry of an exposure (R5, R6); retired services carry nothing. */
export function sharesOf({ services, gaps }: GapTable, pricedCosts: number): Shares {
  const priced = pricedCosts > 0;
  const empty = (): Share => ({ services: 0, now: nothing(priced), atLaunch: nothing(priced) });
  const own = services.map(() => nothing(priced));
  for (const { places, known, accepted, incidentsPerYear, expectedLoss } of gaps) {
    const one: Short = {
      incidents: incidentsPerYear,
      known: known ? incidentsPerYear : 0,
      unknown: known ? 0 : incidentsPerYear,
      accepted: accepted ? incidentsPerYear : 0,
      expectedLoss: expectedLoss ?? 0,
      knownLoss: known ? (expectedLoss ?? 0) : 0,
      acceptedLoss: accepted ? (expectedLoss ?? 0) : 0,
    };
    for (const place of places) {
      const sum = own[place - 1];
      if (sum) add(sum, one);
    }
  }
  const counting = services.flatMap((service, index) =>
    service.lifecycle === "retired" ? [] : [{ service, carries: own[index] ?? nothing(priced) }],
  );
  const grouped = (key: (service: ChosenService) => string) => {
    const groups = new Map<string, Share>();
    for (const { service, carries } of counting) {
      const share = groups.get(key(service)) ?? empty();
      groups.set(key(service), share);
      share.services += 1;
      add(service.lifecycle === "live" ? share.now : share.atLaunch, carries);
    }
    return groups;
  };
  const teamNames = new Map(services.map(({ team, teamName }) => [team, teamName]));
  const tiers = grouped((service) => String(service.tier));
  return {
    byTeam: [...grouped((service) => service.team)]
      .map(([team, share]) => ({ team, name: teamNames.get(team) ?? team, ...share }))
      .sort((a, b) => bySize(a, b) || (a.team < b.team ? -1 : 1)),
    byTier: TIERS.flatMap((tier) => {
      const share = tiers.get(String(tier));
      return share ? [{ tier, ...share }] : [];
    }),
    byService: counting
      .map(({ service: { slug, name, team, tier, standing, lifecycle }, carries }) => ({
        ...{ service: slug, name, team, tier, standing },
        services: 1,
        now: lifecycle === "live" ? carries : nothing(priced),
        atLaunch: lifecycle === "live" ? nothing(priced) : carries,
      }))
      .sort((a, b) => bySize(a, b) || (a.service < b.service ? -1 : 1))
      .slice(0, MOST),
  };
}
