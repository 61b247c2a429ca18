import { settled } from "./sum";

const UNITS = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
] as const;

/** Half away from zero, so that 0.25 is 0.3 and −0.25 is −0.3. @param step a power of ten */
const rounded = (size: number, step: number): number => settled(Math.round(settled(size / step)) * step);

/** To two significant digits: 102,121 → 100,000. @param size not negative */
function twoDigits(size: number): number {
  if (size === 0) return 0;
  const magnitude = Number(size.toExponential(11).split("e")[1]);
  return rounded(size, 10 ** (magnitude - 1));
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

/** Not negative, to two significant digits: "€0", "<€1", "€750", "€9.4k", "€180k", "€1.2m", "CHF 94k". */
function moneyText(size: number, currency: string): string {
  const whole = twoDigits(size);
  const [scale, unit] = UNITS.find(([least]) => whole >= least) ?? [1, ""];
  const shown = settled(whole / scale);
  const digits = whole > 0 && shown < 10 && !Number.isInteger(shown) ? 1 : 0;
  const small = whole > 0 && whole < 1;
  const symbol = symbolOf(currency);
  return `${small ? "<" : ""}${symbol}${/[A-Za-z.]$/.test(symbol) ? " " : ""}${small ? "1" : shown.toFixed(digits)}${unit}`;
}

/** Not negative, to a tenth below ten, else whole: "0", "<0.1", "1.3", "41", "1,204". */
function incidentsText(size: number): string {
  if (size === 0) return "0";
  if (size < 0.05) return "<0.1";
  const tenths = rounded(size, 0.1);
  return tenths < 10 ? tenths.toFixed(1) : rounded(size, 1).toLocaleString("en");
}

/** What amounts are said in: money of a currency (ISO 4217), or incidents a year, where there is no price. */
export type Unit = { currency: string } | null;

/**
 * The one way in which an amount is written for people: money to two significant digits, incidents to a tenth below ten.
 * Assumptions do not carry more. It depends on the amount alone, not on the order in which its parts were added up.
 * @param amount of the unit, unrounded; a negative one has a minus
 */
export function amountText(amount: number, unit: Unit): string {
  const size = Math.abs(settled(amount));
  const text = unit === null ? incidentsText(size) : moneyText(size, unit.currency);
  return amount < 0 && size > 0 ? `−${text}` : text;
}

/** A difference with its sign: "+€1.2k", "−0.4"; "0" and "€0" have none. */
export const differenceText = (amount: number, unit: Unit): string =>
  `${amount > 0 ? "+" : ""}${amountText(amount, unit)}`;

/** Incidents with their noun: "1.0 incident", "4.1 incidents". */
export function incidentsInWords(incidents: number): string {
  const text = amountText(incidents, null);
  return `${text} ${text === "1.0" ? "incident" : "incidents"}`;
}

/** What is expected of a gap: money a year where it has a price, else incidents a year. */
export const aYear = (
  { expectedLoss, incidentsPerYear }: { expectedLoss: number | null; incidentsPerYear: number },
  unit: Unit,
): string =>
  unit !== null && expectedLoss !== null
    ? `${amountText(expectedLoss, unit)} a year`
    : `${incidentsInWords(incidentsPerYear)} a year`;

/** Days of work, to a tenth: "0.5 d", "3 d". */
export const effortText = (days: number): string => `${rounded(days, 0.1)} d`;
