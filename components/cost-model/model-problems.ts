import { priceProblem } from "@/lib/domain/price";
import { COSTS, TIERS } from "@/lib/domain/vocabulary";
import { readAmount, readNumber } from "./amounts";
import { changedFields, type ModelTexts, priceField, rateField, rateOf, severityField } from "./model-texts";

const MOST = 1_000;

/** What is wrong with a form before it is sent, by the name of the input; empty when nothing is. */
export function modelProblems(base: ModelTexts, texts: ModelTexts): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  const text = (field: string) => (texts[field] ?? "").trim();
  if (!/^[a-z]{3}$/i.test(text("currency"))) problems.currency = "Use three letters, such as EUR.";
  for (const cost of COSTS) {
    const [low, high] = [priceField(cost, "low"), priceField(cost, "high")];
    if (text(low) === "" && text(high) === "") continue;
    for (const field of [low, high]) {
      if (text(field) === "") problems[field] = "Write both amounts, or none.";
      else if (Number.isNaN(readAmount(text(field))))
        problems[field] = "Write an amount, such as 30,000 or 30k.";
    }
    if (problems[low] || problems[high]) continue;
    const problem = priceProblem({ low: readAmount(text(low)), high: readAmount(text(high)) });
    if (problem) problems[high] = problem;
  }
  for (const tier of TIERS) {
    const value = readNumber(text(severityField(tier)));
    if (!(value <= MOST)) problems[severityField(tier)] = "Write a number from 0 to 1,000, such as 0.5.";
  }
  for (const field of changedFields(base, texts)) {
    const of = rateOf(field);
    if (!of || text(rateField(of.question, of.cost)) === "") continue;
    const [value, why] = [rateField(of.question, of.cost), rateField(of.question, of.cost, "why")];
    if (!(readNumber(text(value)) <= MOST)) problems[value] = "Write 0 or more, such as 0.25.";
    if (text(why) === "") problems[why] = "Say why it is different here.";
  }
  return problems;
}
