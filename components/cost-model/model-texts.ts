import type { CostModel, CostModelSave } from "@/lib/contracts/cost-model";
import { COSTS, type Cost, TIERS } from "@/lib/domain/vocabulary";
import { readAmount, readNumber, writeAmount, writeNumber } from "./amounts";

/**
 * A model as it is being typed: every input is text under a name of its own, so that nothing typed is lost. A name that
 * is missing means "": no price, the checklist's rate.
 */
export type ModelTexts = Readonly<Record<string, string>>;
export const PRICE_PARTS = ["low", "high", "why"] as const;
export type PricePart = (typeof PRICE_PARTS)[number];

/** The names of the inputs. */
export const priceField = (cost: Cost, part: PricePart): string => `price.${cost}.${part}`;
export const severityField = (tier: number): string => `severity.${tier}`;
export const rateField = (question: string, cost: Cost, part: "value" | "why" = "value"): string =>
  `rate.${question}.${cost}.${part}`;

/** The question and cost that a rate's name is of; null for another input's. */
export function rateOf(field: string): { question: string; cost: Cost; part: string } | null {
  const [kind, question, cost, part] = field.split(".");
  const known = COSTS.find((each) => each === cost);
  return kind === "rate" && question && known && part ? { question, cost: known, part } : null;
}

/** What a model looks like in the form. */
export function textsOf(
  model: Pick<CostModel, "currency" | "prices" | "severity" | "rates" | "reasons">,
): ModelTexts {
  const texts: Record<string, string> = { currency: model.currency };
  for (const cost of COSTS) {
    const price = model.prices[cost];
    texts[priceField(cost, "low")] = price ? writeAmount(price.low) : "";
    texts[priceField(cost, "high")] = price ? writeAmount(price.high) : "";
    texts[priceField(cost, "why")] = price?.why ?? "";
  }
  for (const tier of TIERS) texts[severityField(tier)] = writeNumber(model.severity[tier]);
  for (const [question, byCost] of Object.entries(model.rates)) {
    for (const [cost, rate] of Object.entries(byCost) as [Cost, number][]) {
      texts[rateField(question, cost)] = writeNumber(rate);
      texts[rateField(question, cost, "why")] = model.reasons[question]?.[cost]?.why ?? "";
    }
  }
  return texts;
}

/** The names of the inputs in which two models differ. */
export function changedFields(base: ModelTexts, texts: ModelTexts): string[] {
  const names = new Set([...Object.keys(base), ...Object.keys(texts)]);
  return [...names].filter((name) => (base[name] ?? "").trim() !== (texts[name] ?? "").trim());
}

/** The rates that stand in a form, as a body says them: all that are not the checklist's. */
function ratesIn(texts: ModelTexts): NonNullable<CostModelSave["rates"]> {
  const rates: Record<string, Partial<Record<Cost, number>>> = {};
  for (const [field, text] of Object.entries(texts)) {
    const of = rateOf(field);
    if (of?.part !== "value" || text.trim() === "") continue;
    rates[of.question] = { ...rates[of.question], [of.cost]: readNumber(text) };
  }
  return rates;
}

/**
 * The body that puts a form in force: only what is different from what was there, but all prices and all own rates once
 * one of them is, for those are replaced as a whole.
 * @param inForce the prices of `base`, which a text may show rounded
 */
export function saveOf(base: ModelTexts, texts: ModelTexts, inForce: CostModel["prices"]): CostModelSave {
  const changed = changedFields(base, texts);
  const touched = (field: string) => changed.includes(field);
  const prices: CostModel["prices"] = { ...inForce };
  for (const cost of COSTS) {
    const [low, high, why] = PRICE_PARTS.map((part) => priceField(cost, part));
    if (!low || !high || !why || ![low, high, why].some(touched)) continue;
    const reason = (texts[why] ?? "").trim();
    prices[cost] =
      (texts[low] ?? "").trim() === "" && (texts[high] ?? "").trim() === ""
        ? null
        : {
            low: readAmount(texts[low] ?? ""),
            high: readAmount(texts[high] ?? ""),
            ...(reason === "" ? {} : { why: reason }),
          };
  }
  const tiers = TIERS.filter((tier) => touched(severityField(tier)));
  const rates = changed.flatMap((field) => rateOf(field) ?? []);
  const reasons: Record<string, Partial<Record<Cost, string>>> = {};
  for (const { question, cost } of rates) {
    const why = (texts[rateField(question, cost, "why")] ?? "").trim();
    if (why !== "") reasons[question] = { ...reasons[question], [cost]: why };
  }
  return {
    ...(touched("currency") ? { currency: (texts.currency ?? "").trim().toUpperCase() } : {}),
    ...(changed.some((field) => field.startsWith("price.")) ? { prices } : {}),
    ...(tiers.length > 0
      ? {
          severity: Object.fromEntries(
            tiers.map((tier) => [tier, readNumber(texts[severityField(tier)] ?? "")]),
          ),
        }
      : {}),
    ...(rates.length > 0 ? { rates: ratesIn(texts), reasons } : {}),
  };
}
