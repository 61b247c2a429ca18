import type { TrendPoint } from "@/components/charts/trend-geometry";
import { localDay } from "@/components/ui/days";
import type { ReadinessPoint } from "@/lib/contracts/scorecard";

type Scored = Pick<ReadinessPoint, "at" | "score">;

/**
 * Scores from `first` on (null: from the first one), one for each day on which something changed: the last one of that day (H4). A score holds until it
 * changes, so each change carries the value before it to the day before; the last value reaches to `now`. A first day is
 * drawn point by point.
 * @param points oldest first
 * @returns empty while a first day has fewer than two points, which is no line yet
 */
export function scoreTrend(
  points: readonly Scored[],
  timeZone: string,
  now: Date,
  first: Date | null,
): TrendPoint[] {
  const byDay = new Map<string, Scored>();
  for (const point of points) {
    const at = new Date(point.at);
    if (at <= now) byDay.set(localDay(at, timeZone), point);
  }
  const daily = [...byDay.values()].map(({ at, score }) => ({ at: new Date(at), value: score }));
  const trend: TrendPoint[] = [];
  let before: number | null | undefined;
  for (const { at, value } of daily) {
    if (first && at < first) {
      before = value;
      continue;
    }
    if (first && trend.length === 0 && before !== undefined) trend.push({ at: first, value: before });
    const last = trend.at(-1);
    const dayBefore = new Date(at.getTime() - 86_400_000);
    if (last && last.at < dayBefore) trend.push({ at: dayBefore, value: last.value });
    trend.push({ at, value });
  }
  if (first && trend.length === 0 && before !== undefined) trend.push({ at: first, value: before });
  const last = trend.at(-1);
  if (last && localDay(last.at, timeZone) < localDay(now, timeZone))
    trend.push({ at: now, value: last.value });
  const days = new Set(trend.map((point) => localDay(point.at, timeZone)));
  return days.size < 2 ? firstDay(points, now) : trend;
}

/** The points of the only day there is, the last of them carried to `now`. */
function firstDay(points: readonly Scored[], now: Date): TrendPoint[] {
  const all = points
    .map(({ at, score }) => ({ at: new Date(at), value: score }))
    .filter(({ at }) => at <= now);
  const last = all.at(-1);
  if (all.length < 2 || !last) return [];
  return last.at < now ? [...all, { at: now, value: last.value }] : all;
}

/** How the score moved in thirty days, or since the first point when that is younger; null when it did not, or all is of today. */
export function scoreChange(points: readonly Scored[], now: Date): { since: Date; by: number } | null {
  const monthAgo = now.getTime() - 30 * 86_400_000;
  const scored = points.filter((point) => point.score !== null && new Date(point.at) <= now);
  const from = scored.findLast((point) => new Date(point.at).getTime() <= monthAgo) ?? scored[0];
  const to = scored.at(-1);
  if (!from || !to || now.getTime() - new Date(from.at).getTime() < 86_400_000) return null;
  if (from.score === null || to.score === null || from.score === to.score) return null;
  return { since: new Date(Math.max(monthAgo, new Date(from.at).getTime())), by: to.score - from.score };
}
