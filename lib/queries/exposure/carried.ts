import "server-only";
import type { PortfolioChoice } from "../../contracts/portfolio";
import { type Ground, groundEnds } from "../../db/ground";
import { reader } from "../../db/transaction";
import { currentGaps } from "../gaps/current-gaps";
import { type Moment, momentIn } from "../past/moment";
import { chosen } from "../portfolio/chosen";
import { type GapTable, gapTable } from "../portfolio/gap-table";
import { agedAt, groundFor } from "../portfolio/ground";
import { kept, keyOf } from "../portfolio/kept";
import { type Money, moneyAt } from "../portfolio/money";
import { OPEN, type OpenRow, openGaps, SERVICES, type ServiceRows, servicesOf } from "../portfolio/open-gaps";
import { gapsThen } from "../portfolio/past-gaps";

/** What an exposure is asked about. */
export interface Asked extends PortfolioChoice {
  /** Short name of the only one. */
  service?: string | undefined;
  asOf?: string | undefined;
}

/** The services that are meant at a moment, and their gaps with what each is worth. */
export interface CarriedTable {
  ground: Ground;
  moment: Moment;
  money: Money;
  table: GapTable;
}

/**
 * The gaps of the services that a choice means, now or as of an earlier instant (H3), with the rates, prices and severity
 * in force then. One statement while nothing changed, else two; ageing that no row says yet takes two more, the gaps of an
 * earlier instant three. It is shared: do not change it.
 * @throws AppError invalid_input for an instant that is still to come
 */
export async function loadCarried(
  { viewer }: { viewer: { stamp?: string } },
  asked: Asked,
  now: Date,
): Promise<CarriedTable> {
  const ground = await groundFor(viewer, now);
  const moment = momentIn(ground.timeZone, asked.asOf, now, "asOf");
  const { service, asOf: _, ...choice } = asked;
  const about = { ...choice, asOf: moment.past ? moment.at.toISOString() : undefined };
  const money = await moneyAt(ground, moment.at);
  const table = await kept(keyOf("carried", ground.stamp, about), now, async () => {
    const aged = await agedAt(ground, moment, now);
    const gaps = moment.past ? await gapsThen(moment, choice, aged) : currentGaps(aged);
    const [row] = await reader().$queryRaw<{ services: ServiceRows; open: OpenRow[] }[]>`
      WITH ${chosen(moment, choice, aged)}, ${openGaps(gaps, moment)}
      SELECT ${SERVICES} AS "services", ${OPEN} AS "open"`;
    if (!row) throw new RangeError("a statement without FROM gave no row");
    const value = await gapTable(servicesOf(row.services), row.open, money, moment.at);
    return { value, until: groundEnds(ground, now) };
  });
  return { ground, moment, money, table: service === undefined ? table : onlyOf(table, service) };
}

/** The table of one of its services; an empty one when it is not there. */
function onlyOf({ services, gaps }: GapTable, slug: string): GapTable {
  const place = services.findIndex((service) => service.slug === slug) + 1;
  return {
    services: services.filter((service) => service.slug === slug),
    gaps: gaps.flatMap((gap) => (gap.places.includes(place) ? [{ ...gap, places: [1] }] : [])),
  };
}
