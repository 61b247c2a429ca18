const UNIT: Readonly<Record<string, number>> = { "": 1, k: 1e3, m: 1e6 };

/** Reads an amount as people write it: "30000", "30,000", "30 000", "30'000", "30k", "1.2m". NaN for anything else. */
export function readAmount(text: string): number {
  const found = /^(\d{1,3}(?:[,'’\s]\d{3})+|\d+)(\.\d+)?\s*([km]?)$/i.exec(text.trim());
  if (!found) return Number.NaN;
  const [, whole = "", rest = "", unit = ""] = found;
  return Number(whole.replace(/\D/g, "") + rest) * (UNIT[unit.toLowerCase()] ?? Number.NaN);
}

/** An amount as it stands in a field: "30,000". */
export const writeAmount = (amount: number): string =>
  amount.toLocaleString("en", { maximumFractionDigits: 6 });

/** Reads a plain number, with a comma or a point: "0.5", "0,5". NaN for anything else. */
export function readNumber(text: string): number {
  const plain = text.trim().replace(",", ".");
  return /^\d+(?:\.\d+)?$|^\.\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A rate or a factor as it stands in a field. */
export const writeNumber = (value: number): string => String(Number(value.toPrecision(12)));
