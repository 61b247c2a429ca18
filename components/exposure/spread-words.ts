import type { LossMark } from "@/components/charts/loss-curve";
import type { SpreadExposure } from "@/lib/contracts/exposure";

/** A probability for people: "99%", "1.5%", "0.1%". */
export const chanceText = (probability: number): string =>
  `${Number((100 * probability).toFixed(probability < 0.1 ? 1 : 0))}%`;

/** How often that is: "2", "10", "1,000"; "nearly each" where hardly a year does not. */
export function oneYearIn(probability: number): string {
  if (probability <= 0) return "–";
  if (probability > 0.9) return "nearly each";
  const years = 1 / probability;
  return years < 10 ? String(Number(years.toFixed(1))) : Math.round(years).toLocaleString("en");
}

/** The three years that are named on a curve. Those that cost nothing are left out: they have no place on its axis. */
export function marksOf(
  { p50, p90, p95 }: NonNullable<SpreadExposure["spread"]>,
  format: (loss: number) => string,
): LossMark[] {
  return [
    { loss: p50, probability: 0.5, label: `P50 ${format(p50)}` },
    { loss: p90, probability: 0.1, label: `P90 ${format(p90)}`, raised: true },
    { loss: p95, probability: 0.05, label: `P95 ${format(p95)}` },
  ].filter(({ loss }) => loss > 0);
}
