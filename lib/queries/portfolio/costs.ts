import "server-only";
import type { ExposureView } from "../../contracts/exposure";
import type { BestGaps, CostShare, ExpectedLosses, Portfolio } from "../../contracts/portfolio";
import type { Expected } from "../../domain/expected-loss";
import {
  type AlikeGaps,
  bestOf,
  firstOf,
  inRankOrder,
  leadingTo,
  type PlacedGap,
  type Ranking,
} from "../../domain/gap-table";
import { COSTS } from "../../domain/vocabulary";
import { worthAYear } from "../../domain/worth";
import type { Carried } from "../../snapshot/carried";
import { type GapTable, presentGap } from "./gap-table";

/** How many gaps are named for each cost, and as best ones to work on. */
const LARGEST = 3;
const BEST = 5;

/** Known, unknown and accepted as the portfolio shows them. */
export const parts = ({
  known,
  unknown,
  accepted,
}: Record<"known" | "unknown" | "accepted", Expected>): ExpectedLosses => ({
  known: known.incidents,
  unknown: unknown.incidents,
  accepted: accepted.incidents,
  knownLoss: known.expectedLoss,
  unknownLoss: unknown.expectedLoss,
  acceptedLoss: accepted.expectedLoss,
});

/** The totals of the portfolio. */
export const totalsOf = ({ now, atLaunch }: Carried): Pick<Portfolio["totals"], "now" | "atLaunch"> => ({
  now: parts(now),
  atLaunch: parts(atLaunch),
});

const count = (gaps: readonly AlikeGaps[]) => gaps.reduce((total, gap) => total + gap.places.length, 0);

const largestOf = (gaps: readonly AlikeGaps[], table: GapTable, most: number) =>
  firstOf(inRankOrder(gaps, worthAYear), most).map((placed) => presentGap(placed, table));

/** The eight costs with their largest gaps, of live services first. */
export const costShares = (table: GapTable, carried: Carried): CostShare[] =>
  eightCosts(table.gaps, carried, (own) => ({ gaps: count(own), largest: largestOf(own, table, LARGEST) }));

/** The same with the gaps of live services and of the others apart (R6). @param most how many gaps are named */
export const exposedCosts = (table: GapTable, carried: Carried, most: number): ExposureView["costs"] =>
  eightCosts(table.gaps, carried, (own) => {
    const [live, others] = [own.filter((gap) => gap.live), own.filter((gap) => !gap.live)];
    return {
      gaps: { now: count(live), atLaunch: count(others) },
      largest: { now: largestOf(live, table, most), atLaunch: largestOf(others, table, most) },
    };
  });

/**
 * The eight costs: those with a price before those without, the largest known first, then by what is unknown, then at launch, then in
 * their fixed order (R2, R5, R6).
 * @param made what is told of the gaps that lead to one, each worth what it leads to of it alone
 */
function eightCosts<Told>(
  gaps: readonly AlikeGaps[],
  { now, atLaunch }: Carried,
  made: (own: AlikeGaps[]) => Told,
) {
  const shares = COSTS.map((cost) => ({
    cost,
    now: parts(now.byCost[cost]),
    atLaunch: parts(atLaunch.byCost[cost]),
    ...made(leadingTo(gaps, cost)),
  }));
  return shares.sort(
    (a, b) =>
      Number(a.now.knownLoss === null) - Number(b.now.knownLoss === null) ||
      knownOf(b.now) - knownOf(a.now) ||
      unknownOf(b.now) - unknownOf(a.now) ||
      knownOf(b.atLaunch) - knownOf(a.atLaunch) ||
      unknownOf(b.atLaunch) - unknownOf(a.atLaunch),
  );
}

/** How large a part is, in money where it has a price; sums that were added up in another order are the same. */
const knownOf = ({ known, knownLoss }: ExpectedLosses): number =>
  knownLoss === null ? Math.round(known * 1e9) : Math.round(knownLoss * 1e5);
const unknownOf = ({ unknown, unknownLoss }: ExpectedLosses): number =>
  unknownLoss === null ? Math.round(unknown * 1e9) : Math.round(unknownLoss * 1e5);

/** The gaps on which a day of work is worth most (R8), as the API shows them. */
export function bestOnes(table: GapTable, which: "fixes" | "questions", pricedCosts: number): BestGaps {
  const { unpriced, ...priced } = bestOf(table.gaps, which, BEST, pricedCosts);
  const shown = ({ now, atLaunch }: Ranking<PlacedGap>) => ({
    now: now.map((placed) => presentGap(placed, table)),
    atLaunch: atLaunch.map((placed) => presentGap(placed, table)),
  });
  return { ...shown(priced), unpriced: shown(unpriced) };
}
