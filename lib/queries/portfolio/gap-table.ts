import "server-only";
import type { WorthGap } from "../../contracts/exposure";
import type { ServiceChoice } from "../../domain/filters";
import type { AlikeGaps, PlacedGap } from "../../domain/gap-table";
import { worthADay } from "../../domain/worth";
import { alikeGaps } from "../../snapshot/alike-gaps";
import { chosenOf } from "../../snapshot/choose";
import { derived, keyOf } from "../../snapshot/derived";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";

/** The chosen services by place, and their gaps with what each is worth (R8). */
export interface GapTable {
  /** The first one has place 1. */
  services: readonly ServiceThen[];
  gaps: readonly AlikeGaps[];
  snapshot: Pick<Snapshot, "teams">;
}

/** Which services a table is of. */
export interface TableChoice extends ServiceChoice {
  /** Short name of the only one. */
  service?: string | undefined;
}

/** The services that a choice means, with their gaps (R5, R8); retired ones have none. It is shared: do not change it. */
export const gapTable = (snapshot: Snapshot, choice: TableChoice): Promise<GapTable> =>
  derived(snapshot, keyOf("table", { ...choice }), async () => {
    const { service } = choice;
    const chosen = chosenOf(snapshot, choice);
    const services = service === undefined ? chosen : chosen.filter(({ slug }) => slug === service);
    return { services, gaps: alikeGaps(snapshot, services), snapshot };
  });

/** A gap of a ranking as the API shows it. */
export function presentGap(
  { gap, place }: PlacedGap,
  { services, snapshot }: Omit<GapTable, "gaps">,
): WorthGap {
  const service = services[place - 1];
  if (!service) throw new RangeError(`no service has place ${place}`);
  const { question, title, text, area, known, stale, accepted } = gap;
  const { incidentsPerYear, effortDays, expectedLoss, live } = gap;
  const { name, teamId, tier } = service.facts;
  return {
    service: service.slug,
    serviceName: name,
    team: teamOf(snapshot, teamId).slug,
    tier,
    ...{ question, title, text, area, known, stale, accepted, incidentsPerYear, effortDays },
    ...{ expectedLoss, worthADay: worthADay(gap), live },
    costs: [...gap.costs],
  };
}
