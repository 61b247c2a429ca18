import { expect, it } from "vitest";
import { COSTS } from "@/lib/domain/vocabulary";
import { modelSentence } from "./model-sentence";
import { someModel } from "./testing-model";

const price = { low: 1, high: 2 };
const pricedBut = (left: readonly string[]) =>
  Object.fromEntries(COSTS.map((cost) => [cost, left.includes(cost) ? null : price])) as ReturnType<
    typeof someModel
  >["prices"];

it.each([
  [someModel({ pricedCosts: 0 }), /^No cost has a price yet/],
  [someModel(), /^1 of the eight costs has a price\. 1 rate is your own\.$/],
  [
    someModel({ pricedCosts: 6, prices: pricedBut(["data_loss", "lost_trust"]), rates: {} }),
    /^6 of the eight costs have a price; lost customer trust and data loss have none\. Every rate is the checklist's\.$/,
  ],
  [someModel({ pricedCosts: 8, prices: pricedBut([]) }), /^All eight costs have a price\./],
])("the model says how much of it has a price: %#", (model, words) => {
  expect(modelSentence(model)).toMatch(words);
});
