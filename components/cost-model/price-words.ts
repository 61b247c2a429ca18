import { amountText } from "@/lib/domain/amount-text";
import { lognormal, medianPrice, type Price, priceProblem } from "@/lib/domain/price";
import { readAmount } from "./amounts";

/** The price that two fields mean; null while they mean none. */
export function priceIn(low: string, high: string): Price | null {
  const price = { low: readAmount(low), high: readAmount(high) };
  return priceProblem(price) === null ? price : null;
}

/** Why two fields mean no price yet, once both are amounts. */
export function priceTrouble(low: string, high: string): string {
  const price = { low: readAmount(low), high: readAmount(high) };
  const both = !Number.isNaN(price.low) && !Number.isNaN(price.high);
  return (both && priceProblem(price)) || "Not a price yet.";
}

/** The lognormal that a price means, said in two sentences (R3). */
export function priceWords(price: Price, currency: string): string {
  const money = (amount: number) => amountText(amount, { currency });
  return (
    `Half of such incidents cost less than ${money(medianPrice(price))}, one in twenty more than ` +
    `${money(price.high)}. On average one costs ${money(lognormal(price).mean)}.`
  );
}

/**
 * The density of a price's lognormal as a line, 100 wide and 100 high; the axis ends a fifth beyond the high price.
 * @returns the path, and where the median and the mean stand on it, 0–100
 */
export function densityOf(price: Price, steps = 60): { line: string; median: number; mean: number } {
  const { mu, sigma, mean } = lognormal(price);
  const most = price.high * 1.2;
  const at = (amount: number) => Math.exp(-((Math.log(amount) - mu) ** 2) / (2 * sigma ** 2)) / amount;
  const peak = at(Math.exp(mu - sigma ** 2));
  let line = "M0 100";
  for (let step = 1; step <= steps; step += 1) {
    const share = (step / steps) ** 2;
    line += `L${(100 * share).toFixed(1)} ${(100 - (100 * at(share * most)) / peak).toFixed(1)}`;
  }
  const place = (amount: number) => Math.min(100, (100 * amount) / most);
  return { line, median: place(medianPrice(price)), mean: place(mean) };
}
