const UNIT: Readonly<Record<string, number>> = { "": 1, k: 1e3, m: 1e6 };

/** Three digits after a point or comma part thousands, unless nothing but 0 is before: "1.000", but "0.125". */
const THOUSANDS = /^[1-9]\d{0,2}(?:([.,'’\s])\d{3})(?:\1\d{3})*(?!\d)/;

/**
 * Reads an amount as people write it: "30000", "30,000", "30.000", "30 000", "30'000", "30.000,50", "30k", "1.2m", "1,2m".
 * NaN for anything else.
 */
export function readAmount(text: string): number {
  const [, figure = "", unit = ""] = /^(.*?)\s*([km]?)$/i.exec(text.trim()) ?? [];
  // with a unit a point is decimal: nobody writes thousands of millions in it
  const grouped = unit === "" || !/^\d+[.,]\d+$/.test(figure) ? THOUSANDS.exec(figure)?.[0] : undefined;
  const whole = grouped ?? /^\d+/.exec(figure)?.[0] ?? "";
  const rest = figure.slice(whole.length);
  const mark = grouped && /[.,]/.exec(grouped)?.[0];
  if (whole === "" || !/^(?:\.\d+|,\d{1,2})?$/.test(rest) || (mark && rest.startsWith(mark)))
    return Number.NaN;
  const value = Number(`${whole.replace(/\D/g, "")}${rest.replace(",", ".")}`);
  return value * (UNIT[unit.toLowerCase()] ?? Number.NaN);
}

/** An amount as it stands in a field: "30,000"; never with three decimals, which would look like thousands. */
export const writeAmount = (amount: number): string =>
  amount.toLocaleString("en", { maximumFractionDigits: 6 }).replace(/(\.\d{3})$/, "$10");

/** Reads a plain number, with a comma or a point: "0.5", "0,5". NaN for anything else. */
export function readNumber(text: string): number {
  const plain = text.trim().replace(",", ".");
  return /^\d+(?:\.\d+)?$|^\.\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A rate or a factor as it stands in a field. */
export const writeNumber = (value: number): string => String(Number(value.toPrecision(12)));
