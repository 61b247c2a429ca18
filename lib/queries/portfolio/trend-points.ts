import "server-only";
import type { ExpectedLosses, TrendPoint } from "../../contracts/portfolio";
import { unpricedModel } from "../../domain/cost-model";
import { summarise } from "../../domain/standing";
import { STANDINGS, type Standing } from "../../domain/vocabulary";
import { carriedBy } from "../../snapshot/carried";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import { openIn, summaryOfServices } from "../services/services";
import { totalsOf } from "./costs";

/** The figures of a day, in the order in which the statement gives them. */
export const FIGURES = [
  ...STANDINGS,
  "score",
  "gaps",
  "blockers",
  "known",
  "unknown",
  "accepted",
  "knownLoss",
  "unknownLoss",
  "acceptedLoss",
] as const;
type Figure = (typeof FIGURES)[number];

/** What the services that were live (or were not yet) on a day add up to; `live` is null where there were none. */
export interface DayRow extends Record<Standing, number>, Record<Figure, number> {
  day: string;
  live: boolean | null;
  /** Some cost had a price then: losses mean something. */
  priced: boolean;
}

/** The rows of one day as a point of a trend (S8, R6). */
function trendPoint(day: string, rows: readonly DayRow[]): TrendPoint {
  const sum = (figure: Figure, from = rows) => from.reduce((total, row) => total + row[figure], 0);
  const priced = rows.some((row) => row.priced);
  const expected = (live: boolean): ExpectedLosses => {
    const from = rows.filter((row) => row.live === live);
    const loss = (figure: Figure) => (priced ? sum(figure, from) : null);
    return {
      known: sum("known", from),
      unknown: sum("unknown", from),
      accepted: sum("accepted", from),
      knownLoss: loss("knownLoss"),
      unknownLoss: loss("unknownLoss"),
      acceptedLoss: loss("acceptedLoss"),
    };
  };
  const { services, byStanding } = summarise(
    STANDINGS.map((standing) => ({ standing, count: sum(standing), score: 0 })),
  );
  return {
    day,
    services,
    byStanding,
    score: services === 0 ? null : Math.floor(sum("score") / services),
    gaps: sum("gaps"),
    blockers: sum("blockers"),
    now: expected(true),
    atLaunch: expected(false),
  };
}

/**
 * The services of a snapshot as a point of a trend (S8, R6), priced as on that day (H2).
 * @param seenFrom the snapshot that it is a trend of: what was in another currency has no price
 */
export function pointOf(
  then: Snapshot,
  services: readonly ServiceThen[],
  seenFrom: Pick<Snapshot, "model">,
): TrendPoint {
  const { currency } = seenFrom.model;
  const { gaps, blockers } = openIn(services);
  const model = then.model.currency === currency ? then.model : unpricedModel(currency);
  return {
    day: then.day,
    ...summaryOfServices(services),
    ...{ gaps, blockers },
    ...totalsOf(carriedBy(services, model)),
  };
}

/** Points by day, of the days that were answered. */
export function trendPoints(rows: readonly DayRow[]): Map<string, TrendPoint> {
  const byDay = new Map<string, DayRow[]>();
  for (const row of rows) {
    const own = byDay.get(row.day);
    if (own) own.push(row);
    else byDay.set(row.day, [row]);
  }
  return new Map([...byDay].map(([day, own]) => [day, trendPoint(day, own)]));
}

/** A trend from its first service on: days on which there was nothing yet say nothing. The last day always stands. */
export function fromFirstService(points: readonly TrendPoint[]): TrendPoint[] {
  const first = points.findIndex((point) => point.services > 0);
  return points.slice(first === -1 ? points.length - 1 : first);
}
