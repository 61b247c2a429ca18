const UNITS = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
] as const;

/** To two significant digits: 102,121 → 100,000. */
function twoDigits(amount: number): number {
  if (amount === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(amount))) - 1);
  return Number((Math.round(amount / step) * step).toPrecision(2));
}

/** The symbol of a currency as people write it, such as "€" or "CHF"; the code itself where Intl has none. */
function symbolOf(currency: string): string {
  const known = symbols.get(currency) ?? narrowSymbol(currency);
  symbols.set(currency, known);
  return known;
}

/** Making a format takes a hundred times as long as using one. */
const symbols = new Map<string, string>();

function narrowSymbol(currency: string): string {
  try {
    const parts = new Intl.NumberFormat("en", {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    }).formatToParts(0);
    return parts.find((part) => part.type === "currency")?.value ?? currency;
  } catch {
    return currency;
  }
}

/**
 * An amount for people, to two significant digits: "€0", "€750", "€9.4k", "€180k", "€1.2m", "CHF 94k".
 * Assumptions do not carry more digits than that.
 * @param amount in the currency, unrounded
 * @param currency ISO 4217, such as "EUR"
 */
export function moneyText(amount: number, currency: string): string {
  const rounded = twoDigits(amount);
  const size = Math.abs(rounded);
  const [scale, unit] = UNITS.find(([least]) => size >= least) ?? [1, ""];
  const shown = size / scale;
  const digits = size > 0 && shown < 10 && !Number.isInteger(shown) ? 1 : 0;
  const number = size > 0 && size < 1 ? "1" : shown.toFixed(digits);
  const symbol = symbolOf(currency);
  return `${rounded < 0 ? "−" : ""}${size > 0 && size < 1 ? "<" : ""}${symbol}${/[A-Za-z.]$/.test(symbol) ? " " : ""}${number}${unit}`;
}
