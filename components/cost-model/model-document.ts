import { COSTS, type Cost, TIERS } from "@/lib/domain/vocabulary";
import { writeAmount, writeNumber } from "./amounts";
import { type ModelTexts, PRICE_PARTS, priceField, rateField, rateOf, severityField } from "./model-texts";

type Found = Readonly<Record<string, unknown>>;
const isFound = (value: unknown): value is Found =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const asCost = (key: string): Cost | undefined => COSTS.find((cost) => cost === key);

/** What a file says, laid over a form; `passedOver` names what was in it and means nothing here. */
export type ReadModel = { texts: ModelTexts; passedOver: string[] } | { problem: string };

/** What an export tells beside the assumptions themselves. */
const ASIDE = [
  "number",
  "at",
  "by",
  "note",
  "example",
  "pricedCosts",
  "plausibility",
  "can",
  "reasons",
  "expectedNumber",
];

/**
 * Reads a model as JSON: an export, or part of one. What it does not name stays; prices and own rates are replaced as a
 * whole.
 * Values that do not fit are taken over as they are, so that the form says what is wrong with them.
 */
export function readModel(json: string, form: ModelTexts): ReadModel {
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch {
    return { problem: "This is not JSON. Paste a whole export, from { to }." };
  }
  if (!isFound(found)) return { problem: "This is not a model: it begins with {." };
  const texts: Record<string, string> = { ...form };
  const passedOver = Object.keys(found).filter(
    (key) => !["currency", "prices", "severity", "rates", ...ASIDE].includes(key),
  );
  if (typeof found.currency === "string" && /^[a-z]{3}$/i.test(found.currency)) {
    texts.currency = found.currency.toUpperCase();
  } else if (Object.hasOwn(found, "currency")) passedOver.push("currency");
  if (isFound(found.prices)) readPrices(found.prices, texts, passedOver);
  if (isFound(found.severity)) {
    for (const tier of TIERS) {
      const value = found.severity[String(tier)];
      if (typeof value === "number") texts[severityField(tier)] = writeNumber(value);
    }
  }
  if (isFound(found.rates)) readRates(found.rates, found.reasons, texts, passedOver);
  const named = ["currency", "prices", "severity", "rates"].some((key) => Object.hasOwn(found, key));
  return named ? { texts, passedOver } : { problem: "There are no prices, severity or rates in it." };
}

function readPrices(prices: Found, texts: Record<string, string>, passedOver: string[]): void {
  for (const cost of COSTS) for (const part of PRICE_PARTS) texts[priceField(cost, part)] = "";
  for (const [key, price] of Object.entries(prices)) {
    const cost = asCost(key);
    if (!cost) {
      passedOver.push(`prices.${key}`);
      continue;
    }
    for (const part of ["low", "high"] as const) {
      const value = isFound(price) ? price[part] : undefined;
      texts[priceField(cost, part)] = typeof value === "number" ? writeAmount(value) : "";
    }
    texts[priceField(cost, "why")] = isFound(price) && typeof price.why === "string" ? price.why : "";
  }
}

function readRates(
  rates: Found,
  reasons: unknown,
  texts: Record<string, string>,
  passedOver: string[],
): void {
  for (const field of Object.keys(texts)) if (rateOf(field)) texts[field] = "";
  for (const [question, byCost] of Object.entries(rates)) {
    for (const [key, rate] of Object.entries(isFound(byCost) ? byCost : {})) {
      const cost = asCost(key);
      if (!cost || typeof rate !== "number" || /[.\s]/.test(question)) {
        passedOver.push(`rates.${question}.${key}`);
        continue;
      }
      texts[rateField(question, cost)] = writeNumber(rate);
      texts[rateField(question, cost, "why")] = whyOf(reasons, question, cost);
    }
  }
}

function whyOf(reasons: unknown, question: string, cost: Cost): string {
  const byCost = isFound(reasons) ? reasons[question] : undefined;
  const reason = isFound(byCost) ? byCost[cost] : undefined;
  if (typeof reason === "string") return reason;
  return isFound(reason) && typeof reason.why === "string" ? reason.why : "";
}
