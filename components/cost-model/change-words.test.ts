import { expect, it } from "vitest";
import { changeWords } from "./change-words";
import { fieldWords } from "./contested-notice";

const EUR = { before: "EUR", after: "EUR" };
const nameOf = (key: string) => (key === "limits" ? "Limits are set." : key);

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
  const { what, from, to, why } = changeWords(change, EUR, nameOf);
  expect(`${what}: ${from} → ${to}`).toBe(words);
  expect(why).toBeNull();
});

const price = (why?: string) => ({ low: 2_000, high: 20_000, ...(why === undefined ? {} : { why }) });
const rate = { kind: "rate", question: "limits", cost: "data_loss" } as const;

it.each([
  [
    { kind: "price", cost: "data_loss", from: price(), to: price("Invoices.") },
    "Data loss, where the amounts come from: nothing said → “Invoices.”",
  ],
  [
    { kind: "price", cost: "data_loss", from: price("A guess."), to: price() },
    "Data loss, where the amounts come from: “A guess.” → nothing said",
  ],
  [
    { ...rate, from: 0.25, to: 0.25, why: "Seen twice." },
    "Data loss, why the rate is your own: Limits are set.: 0.25 a year → 0.25 a year, because “Seen twice.”",
  ],
  [
    { ...rate, from: 0.25, to: 0.25, why: "" },
    "Data loss, why the rate is your own: Limits are set.: 0.25 a year → 0.25 a year, nothing said",
  ],
] as const)("where only a reason changed, the reason is what is said: %j", (change, words) => {
  const { what, from, to } = changeWords(change, EUR, nameOf);
  expect(`${what}: ${from} → ${to}`).toBe(words);
});

it.each([
  [{ kind: "price", cost: "data_loss", from: null, to: price("Invoices.") }, "Invoices."],
  [{ kind: "price", cost: "data_loss", from: { low: 1, high: 9, why: "Same." }, to: price("Same.") }, null],
  [{ ...rate, from: null, to: 2, why: "Seen twice." }, "Seen twice."],
] as const)("a new reason stands beside what it is the reason for: %j", (change, why) => {
  expect(changeWords(change, EUR, nameOf).why).toBe(why);
});

it("says each price in the currency of its time", () => {
  const change = {
    kind: "price",
    cost: "data_loss",
    from: price(),
    to: { low: 1_000, high: 9_000 },
  } as const;
  expect(changeWords(change, { before: "EUR", after: "CHF" }, nameOf)).toMatchObject({
    from: "€2k to €20k",
    to: "CHF 1k to CHF 9k",
  });
});

it.each([
  ["currency", "Currency"],
  ["price.data_loss.low", "Data loss, low price"],
  ["severity.2", "Weight of tier 2, important"],
  ["rate.limits.data_loss.value", "Data loss, own rate: Limits are set."],
  ["rate.limits.data_loss.why", "Data loss, why the rate is your own: Limits are set."],
])("the input %s is called %s", (field, words) => {
  expect(fieldWords(field, nameOf)).toBe(words);
});
