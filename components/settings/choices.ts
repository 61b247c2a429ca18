/** Currencies that are offered first; any ISO 4217 code is stored. */
const OFFERED = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "JPY",
  "INR",
  "NPR",
  "AUD",
  "CAD",
  "BRL",
  "ZAR",
];

const named = new Intl.DisplayNames("en", { type: "currency" });

/** The currencies to choose from, with their names; one that is in force already is among them. */
export function currencyOptions(current = "EUR"): { value: string; label: string }[] {
  const codes = OFFERED.includes(current) ? OFFERED : [current, ...OFFERED];
  return codes.map((code) => ({ value: code, label: `${code} · ${named.of(code) ?? code}` }));
}

/** The time zones to choose from, UTC first; one that is in force already is among them. */
export function timeZoneOptions(
  zones: readonly string[],
  current: string,
): { value: string; label: string }[] {
  const all = [...new Set(["UTC", ...(zones.includes(current) ? zones : [current, ...zones])])];
  return all.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
