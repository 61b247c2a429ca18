import { COST_TEXT, COSTS, TIER_TEXT, TIERS } from "@/lib/domain/vocabulary";
import { rateOf } from "./model-texts";

const PART: Readonly<Record<string, string>> = {
  low: "low price",
  high: "high price",
  why: "where the prices come from",
};

/** The name of an input for people. @param textOf the text of a question, by its key */
export function fieldWords(field: string, textOf: (question: string) => string): string {
  if (field === "currency") return "Currency";
  const rate = rateOf(field);
  if (rate) {
    const what = rate.part === "why" ? "why the rate is your own" : "own rate";
    return `${COST_TEXT[rate.cost].name}, ${what}: ${textOf(rate.question)}`;
  }
  const [kind, key, part = ""] = field.split(".");
  const cost = COSTS.find((each) => each === key);
  if (kind === "price" && cost) return `${COST_TEXT[cost].name}, ${PART[part] ?? part}`;
  const tier = TIERS.find((each) => String(each) === key);
  return tier ? `Weight of tier ${tier}, ${TIER_TEXT[tier].name}` : field;
}
