import { describe, expect, it } from "vitest";
import { modelProblems } from "./model-problems";
import {
  changedFields,
  type ModelTexts,
  priceField,
  rateField,
  rateOf,
  saveOf,
  severityField,
  textsOf,
} from "./model-texts";
import { someModel } from "./testing-model";

const model = someModel();
const base = textsOf(model);
const save = (texts: ModelTexts) => saveOf(base, texts, model.prices);
/** Every price of the form, for a body replaces all of them. */
const priced = (more: object) => ({ ...model.prices, ...more });
const low = priceField("lost_trust", "low");
const high = priceField("lost_trust", "high");
const rate = rateField("restore-rehearsed", "data_loss");
const why = rateField("restore-rehearsed", "data_loss", "why");

describe("a model as it is being typed", () => {
  it("shows what is in force, and nothing where nothing is", () => {
    expect(base).toMatchObject({
      currency: "EUR",
      [priceField("data_loss", "low")]: "10,000",
      [low]: "",
      [severityField(2)]: "0.5",
      [rate]: "0.4",
      [why]: "Twice last year.",
    });
  });
  it("counts as unchanged while only spaces differ", () => {
    expect(changedFields(base, { ...base, currency: " EUR " })).toEqual([]);
    expect(changedFields(base, { ...base, [low]: "5k" })).toEqual([low]);
  });
  it("names a rate by question and cost", () => {
    expect(rateOf(why)).toEqual({ question: "restore-rehearsed", cost: "data_loss", part: "why" });
    expect(rateOf(low)).toBeNull();
  });
});

describe("the body of a save", () => {
  it("holds only what is different", () => {
    expect(save(base)).toEqual({});
    expect(save({ ...base, [low]: "10k", [high]: "250k", currency: "chf" })).toEqual({
      currency: "CHF",
      prices: priced({ lost_trust: { low: 10_000, high: 250_000 } }),
    });
    expect(save({ ...base, [severityField(4)]: "0,2" })).toEqual({ severity: { 4: 0.2 } });
  });
  it("holds the other prices as they are in force, to their last digit", () => {
    const prices = priced({ data_loss: { low: 10_000.123456789, high: 90_000 } }) as typeof model.prices;
    const texts = { ...base, [low]: "1", [high]: "9" };
    expect(saveOf(base, texts, prices).prices).toEqual({ ...prices, lost_trust: { low: 1, high: 9 } });
  });
  it("takes a price away where both amounts were emptied", () => {
    const emptied = { ...base, [priceField("data_loss", "low")]: "", [priceField("data_loss", "high")]: " " };
    expect(save(emptied)).toEqual({ prices: priced({ data_loss: null }) });
  });
  it("holds all own rates when one changes, since what is left out goes back to the checklist's", () => {
    const other = rateField("limits", "lost_trust");
    const texts = {
      ...base,
      [other]: "0",
      [rateField("limits", "lost_trust", "why")]: "Cannot happen here.",
    };
    expect(save(texts)).toEqual({
      rates: { "restore-rehearsed": { data_loss: 0.4 }, limits: { lost_trust: 0 } },
      reasons: { limits: { lost_trust: "Cannot happen here." } },
    });
    expect(save({ ...base, [rate]: "", [why]: "" })).toEqual({ rates: {}, reasons: {} });
  });
});

describe("what is wrong", () => {
  it.each([
    [{ [low]: "5" }, { [high]: "Write both amounts, or none." }],
    [{ [low]: "much", [high]: "5" }, { [low]: "Write an amount, such as 30,000 or 30k." }],
    [{ [low]: "5", [high]: "5" }, { [high]: "Write a high price above the low one." }],
    [{ [low]: "1", [high]: "101" }, { [high]: "Write a high price of at most 100 times the low one." }],
    [{ currency: "euro" }, { currency: "Use three letters, such as EUR." }],
    [{ [severityField(1)]: "" }, { [severityField(1)]: "Write a number from 0 to 1,000, such as 0.5." }],
    [{ [rate]: "often" }, { [rate]: "Write 0 or more, such as 0.25." }],
    [{ [why]: "" }, { [why]: "Say why it is different here." }],
  ])("%j", (typed, problems) => {
    expect(modelProblems(base, { ...base, ...typed })).toEqual(problems);
  });
  it("is nothing for what is in force, and asks no reason for going back to the checklist", () => {
    expect(modelProblems(base, base)).toEqual({});
    expect(modelProblems(base, { ...base, [rate]: "", [why]: "" })).toEqual({});
  });
});
