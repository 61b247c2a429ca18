import "server-only";
import type { CostShare, ExpectedIncidents, Portfolio, RankedGap } from "../../contracts/portfolio";
import { COSTS, type Cost } from "../../domain/vocabulary";
import { bestGaps, largestGaps } from "../../domain/worth";
import { BEST, LARGEST } from "./open-gaps";

/** What the gaps of live services, or of those that are not live yet, lead to by one cost. */
export interface ShareRow extends ExpectedIncidents {
  cost: Cost;
  live: boolean;
  gaps: number;
}

/** A gap with the cost that it was looked up for, if it was for one. */
export interface NamedGap extends RankedGap {
  cost: Cost | null;
  live: boolean;
}

const sum = (rows: readonly ExpectedIncidents[]): ExpectedIncidents => ({
  known: rows.reduce((total, row) => total + row.known, 0),
  unknown: rows.reduce((total, row) => total + row.unknown, 0),
  accepted: rows.reduce((total, row) => total + row.accepted, 0),
});

/** What is carried now, and what will be at launch (R6); never added together. */
export const carried = (shares: readonly ShareRow[]): Pick<Portfolio["totals"], "now" | "atLaunch"> => ({
  now: sum(shares.filter((share) => share.live)),
  atLaunch: sum(shares.filter((share) => !share.live)),
});

/** The eight costs, largest first by what is carried now, then at launch, then in their fixed order (R2, R6). */
export function costShares(shares: readonly ShareRow[], gaps: readonly NamedGap[]): CostShare[] {
  const size = ({ known, unknown }: ExpectedIncidents) => known + unknown;
  return COSTS.map((cost) => {
    const own = shares.filter((share) => share.cost === cost);
    return {
      cost,
      ...carried(own),
      gaps: own.reduce((total, share) => total + share.gaps, 0),
      largest: largestGaps(
        gaps.filter((gap) => gap.cost === cost),
        LARGEST,
      ).map(rankedGap),
    };
  }).sort((a, b) => size(b.now) - size(a.now) || size(b.atLaunch) - size(a.atLaunch));
}

/** The best questions to answer (R8), of live services and of those that are not live yet apart. */
export const bestQuestions = (gaps: readonly NamedGap[]): Portfolio["questions"] => ({
  now: bestGaps(
    gaps.filter((gap) => gap.live),
    BEST,
  ).map(rankedGap),
  atLaunch: bestGaps(
    gaps.filter((gap) => !gap.live),
    BEST,
  ).map(rankedGap),
});

const rankedGap = ({ cost: _, live: __, ...gap }: NamedGap): RankedGap => gap;
