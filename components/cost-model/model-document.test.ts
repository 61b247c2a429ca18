import { describe, expect, it } from "vitest";
import { readModel } from "./model-document";
import { changedFields, priceField, rateField, textsOf } from "./model-texts";
import { someModel } from "./testing-model";

const form = textsOf(someModel());
const read = (document: unknown) => readModel(JSON.stringify(document), form);

describe("a model as JSON", () => {
  it("that was exported changes nothing", () => {
    const found = read(someModel());
    expect(found).toMatchObject({ passedOver: [] });
    expect("texts" in found && changedFields(form, found.texts)).toEqual([]);
  });
  it("lays over the form what it names, prices as a whole, and leaves the rest", () => {
    const found = read({ prices: { lost_trust: { low: 5_000, high: 50_000 } }, severity: { "3": 0.3 } });
    expect(found).toMatchObject({
      texts: {
        [priceField("lost_trust", "low")]: "5,000",
        [priceField("data_loss", "low")]: "",
        [priceField("data_loss", "why")]: "",
        "severity.3": "0.3",
        "severity.2": "0.5",
      },
    });
  });
  it("takes a currency of three letters, and passes over any other", () => {
    expect(read({ currency: "chf" })).toMatchObject({ texts: { currency: "CHF" }, passedOver: [] });
    expect(read({ currency: "euro" })).toMatchObject({
      texts: { currency: "EUR" },
      passedOver: ["currency"],
    });
  });
  it("takes a price away with null, and replaces own rates as a whole, with their reasons", () => {
    const found = read({
      prices: { data_loss: null },
      rates: { limits: { lost_trust: 2 } },
      reasons: { limits: { lost_trust: "Seen." } },
    });
    expect(found).toMatchObject({
      texts: {
        [priceField("data_loss", "high")]: "",
        [rateField("limits", "lost_trust")]: "2",
        [rateField("limits", "lost_trust", "why")]: "Seen.",
        [rateField("restore-rehearsed", "data_loss")]: "",
      },
    });
  });
  it("names what means nothing here", () => {
    expect(
      read({ prices: { sadness: null }, rates: { limits: { lost_trust: "many" } }, colour: 1 }),
    ).toMatchObject({
      passedOver: ["colour", "prices.sadness", "rates.limits.lost_trust"],
    });
  });
  it.each([
    ["{", "This is not JSON. Paste a whole export, from { to }."],
    ["[]", "This is not a model: it begins with {."],
    ['{"name":"x"}', "There are no prices, severity or rates in it."],
  ])("%s is refused", (json, problem) => {
    expect(readModel(json, form)).toEqual({ problem });
  });
});
