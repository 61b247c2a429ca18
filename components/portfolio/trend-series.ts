import type { TrendPoint } from "@/lib/contracts/portfolio";

/** More points than this are not drawn: a chart of 500 px shows no more, and the table behind it stays readable. */
const MOST_POINTS = 60;

/**
 * At most sixty points of a trend, evenly apart, always with the last one: what the chart draws and its table lists.
 * @param points one for each day, oldest first
 */
export function thinned<P>(points: readonly P[], most = MOST_POINTS): P[] {
  const step = Math.ceil(points.length / most);
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
}

/** The instant that stands for a day on the axis; days are written in UTC wherever they were lived. */
const at = (day: string) => new Date(`${day}T00:00:00Z`);

/** Share of services that are ready, in whole percent, day by day; null on a day without services (S8). */
export const shareReady = (points: readonly TrendPoint[]) =>
  points.map(({ day, services, byStanding }) => ({
    at: at(day),
    value:
      services === 0
        ? null
        : Math.floor((100 * (byStanding.production_ready + byStanding.ready_with_accepted_risks)) / services),
  }));

/** Mean of the scores of the services, day by day (S8). */
export const meanScores = (points: readonly TrendPoint[]) =>
  points.map(({ day, score }) => ({ at: at(day), value: score }));

/** Incidents a year that known gaps are expected to cause, day by day: of what is carried now, or at launch (R6). */
export const knownIncidents = (points: readonly TrendPoint[], when: "now" | "atLaunch") =>
  points.map((point) => ({ at: at(point.day), value: point.services === 0 ? null : point[when].known }));

/**
 * The loss a year that known gaps are expected to cause, day by day, with the prices of each day (R5); null on a day
 * before anything had a price.
 */
export const knownLosses = (points: readonly TrendPoint[], when: "now" | "atLaunch") =>
  points.map((point) => ({ at: at(point.day), value: point.services === 0 ? null : point[when].knownLoss }));

/** When checklist versions were published, with the words that stand at the mark. */
export const publications = (
  checklists: readonly { day: string; checklist: string; version: number }[],
): { at: Date; label: string }[] => {
  const one = new Set(checklists.map(({ checklist }) => checklist)).size <= 1;
  return checklists.map(({ day, checklist, version }) => ({
    at: at(day),
    label: `${one ? "checklist" : checklist} ${version}`,
  }));
};
