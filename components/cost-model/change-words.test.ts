import { expect, it } from "vitest";
import { changeWords } from "./change-words";
import { fieldWords } from "./field-words";

const textOf = (key: string) => (key === "limits" ? "Limits are set." : key);

it.each([
  [{ kind: "currency", from: "EUR", to: "CHF" }, "Currency: EUR → CHF"],
  [
    { kind: "price", cost: "data_loss", from: null, to: { low: 10_000, high: 90_000 } },
    "Data loss: no price → €10k to €90k",
  ],
  [{ kind: "severity", tier: 2, from: 0.5, to: 0.4 }, "Tier 2: × 0.5 → × 0.4"],
  [
    { kind: "rate", question: "limits", cost: "data_loss", from: null, to: 0.25, why: "" },
    "Data loss: Limits are set.: the checklist's → 0.25 a year",
  ],
] as const)("a change is said before and after: %j", (change, words) => {
  const { what, from, to } = changeWords(change, "EUR", textOf);
  expect(`${what}: ${from} → ${to}`).toBe(words);
});

it.each([
  ["currency", "Currency"],
  ["price.data_loss.low", "Data loss, low price"],
  ["severity.2", "Weight of tier 2, important"],
  ["rate.limits.data_loss.value", "Data loss, own rate: Limits are set."],
  ["rate.limits.data_loss.why", "Data loss, why the rate is your own: Limits are set."],
])("the input %s is called %s", (field, words) => {
  expect(fieldWords(field, textOf)).toBe(words);
});
