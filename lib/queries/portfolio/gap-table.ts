import "server-only";
import type { WorthGap } from "../../contracts/exposure";
import type { AlikeGaps, PlacedGap } from "../../domain/gap-table";
import type { Tier } from "../../domain/vocabulary";
import { worthADay } from "../../domain/worth";

/** What a ranking says of a service. */
export interface NamedService {
  slug: string;
  name: string;
  /** Short name. */
  team: string;
  tier: Tier;
}

/** The chosen services by place, and their gaps with what each is worth (R8). */
export interface GapTable {
  services: readonly NamedService[];
  gaps: readonly AlikeGaps[];
}

/** A gap of a ranking as the API shows it. */
export function presentGap({ gap, place }: PlacedGap, services: readonly NamedService[]): WorthGap {
  const service = services[place - 1];
  if (!service) throw new RangeError(`no service has place ${place}`);
  const { question, text, area, known, stale, accepted, incidentsPerYear, effortDays, expectedLoss, live } =
    gap;
  return {
    service: service.slug,
    serviceName: service.name,
    team: service.team,
    tier: service.tier,
    ...{ question, text, area, known, stale, accepted, incidentsPerYear, effortDays },
    ...{ expectedLoss, worthADay: worthADay(gap), live },
    costs: [...gap.costs],
  };
}
