import type { WorthGap } from "@/lib/contracts/exposure";
import { COSTS, type Cost } from "@/lib/domain/vocabulary";

/** What a gap is expected to cause of one cost: its money where the cost has a price. */
export interface CostGap {
  gap: WorthGap;
  incidentsPerYear: number;
  expectedLoss: number | null;
}

/** As many as are named under a cost. */
const NAMED = 4;

/** The gaps that weigh most by cost, of those that are carried then; known before unknown where they weigh alike. */
export function largestGaps(gaps: readonly WorthGap[], live: boolean): Record<Cost, CostGap[]> {
  const byCost = Object.fromEntries(COSTS.map((cost) => [cost, [] as CostGap[]])) as Record<Cost, CostGap[]>;
  for (const gap of gaps) {
    if (gap.live !== live) continue;
    for (const { cost, ...part } of gap.costs ?? []) byCost[cost].push({ gap, ...part });
  }
  for (const cost of COSTS) {
    byCost[cost] = byCost[cost].sort((a, b) => weight(b) - weight(a) || known(b) - known(a)).slice(0, NAMED);
  }
  return byCost;
}

const weight = ({ expectedLoss, incidentsPerYear }: CostGap) => expectedLoss ?? incidentsPerYear;
const known = ({ gap }: CostGap) => Number(gap.known);
