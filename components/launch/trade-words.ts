import type { Launch } from "@/lib/contracts/launches";
import { amountText, aYear, type Unit } from "@/lib/domain/amount-text";
import { expectedOf } from "./launch-sentence";

/** What amounts of a launch are said in. */
export const unitOfLaunch = ({ trade }: Pick<Launch, "trade">): Unit =>
  trade.pricedCosts > 0 ? { currency: trade.currency } : null;

interface Expected {
  expectedLoss: number | null;
  incidentsPerYear: number;
}

/** What a gap costs a year, in a table: "€31k", or how often it is expected, "1.1×". */
export function amountOfGap(
  { expectedLoss, incidentsPerYear }: Expected,
  launch: Pick<Launch, "trade">,
): string {
  const unit = unitOfLaunch(launch);
  return unit !== null && expectedLoss !== null
    ? amountText(expectedLoss, unit)
    : `${amountText(incidentsPerYear, null)}×`;
}

/** What several gaps come to: "about €9k a year". */
export const priceInWords = (gaps: readonly Expected[], launch: Pick<Launch, "trade">): string =>
  `about ${aYear(expectedOf(gaps), unitOfLaunch(launch))}`;

/** Gaps that are carried in one step: "the other gap", "the other 12". */
export const restInWords = ({ length }: readonly unknown[]): string =>
  length === 1 ? "the other gap" : `the other ${length.toLocaleString("en")}`;

/** Days of work in a sentence, to a tenth: "half a day", "a day", "3.5 days". */
export function daysOfWork(days: number): string {
  const tenths = Math.round(days * 10) / 10;
  if (tenths === 0.5) return "half a day";
  return tenths === 1 ? "a day" : `${tenths.toLocaleString("en")} days`;
}
