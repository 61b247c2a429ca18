import "server-only";
import type { ServiceChoice } from "../../domain/filters";
import { alikeGaps } from "../../snapshot/alike-gaps";
import { chosenOf } from "../../snapshot/choose";
import { derived, keyOf } from "../../snapshot/derived";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import type { GapTable } from "../portfolio/gap-table";

/** What an exposure is asked about. */
export interface ExposureChoice extends ServiceChoice {
  /** Short name of the only one. */
  service?: string | undefined;
}

/** The services that are meant, with what a ranking says of them, and their gaps. */
export interface CarriedTable extends GapTable {
  /** By place, as `services`. */
  chosen: readonly ServiceThen[];
}

/** The gaps of the services that a choice means (R5, R8); retired ones have none. It is shared: do not change it. */
export const carriedTable = (snapshot: Snapshot, choice: ExposureChoice): Promise<CarriedTable> =>
  derived(snapshot, keyOf("carried", { ...choice }), async () => {
    const { service } = choice;
    const chosen = chosenOf(snapshot, choice).filter(({ slug }) => service === undefined || slug === service);
    const services = chosen.map(({ slug, facts: { name, tier, teamId } }) => ({
      ...{ slug, name, tier, team: teamOf(snapshot, teamId).slug },
    }));
    return { chosen, services, gaps: alikeGaps(snapshot, chosen) };
  });
