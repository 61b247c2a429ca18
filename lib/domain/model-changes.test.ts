import { describe, expect, it } from "vitest";
import { unpricedModel } from "./cost-model";
import { type ModelChange, modelChanges } from "./model-changes";
import type { SetModel, SetRate } from "./model-edit";

const { prices, severity } = unpricedModel("EUR");
const NOTHING: SetModel = { currency: "EUR", prices: { ...prices }, severity: { ...severity }, rates: {} };
const rate = (incidentsPerYear: number, why = "", at = "2026-06-15T12:00:00.000Z"): SetRate => ({
  incidentsPerYear,
  why,
  personId: null,
  at,
});
const priced = (low: number, high: number, why?: string): SetModel => ({
  ...NOTHING,
  prices: { ...NOTHING.prices, data_loss: { low, high, ...(why === undefined ? {} : { why }) } },
});
const rated = (rates: SetModel["rates"]): SetModel => ({ ...NOTHING, rates });

describe("what is different between two models", () => {
  it.each<[string, SetModel, SetModel, ModelChange[]]>([
    ["nothing", NOTHING, NOTHING, []],
    ["a currency", NOTHING, { ...NOTHING, currency: "CHF" }, [{ kind: "currency", from: "EUR", to: "CHF" }]],
    [
      "a first price",
      NOTHING,
      priced(1, 9),
      [{ kind: "price", cost: "data_loss", from: null, to: { low: 1, high: 9 } }],
    ],
    [
      "a price taken away",
      priced(1, 9),
      NOTHING,
      [{ kind: "price", cost: "data_loss", from: { low: 1, high: 9 }, to: null }],
    ],
    ["no reason and an empty one", priced(1, 9), priced(1, 9, ""), []],
    [
      "the reason of a price",
      priced(1, 9),
      priced(1, 9, "invoices"),
      [
        {
          kind: "price",
          cost: "data_loss",
          from: { low: 1, high: 9 },
          to: { low: 1, high: 9, why: "invoices" },
        },
      ],
    ],
    [
      "a severity",
      NOTHING,
      { ...NOTHING, severity: { ...NOTHING.severity, 4: 0 } },
      [{ kind: "severity", tier: 4, from: 0.1, to: 0 }],
    ],
    [
      "own rates that came, went and changed, by question and cost",
      rated({ b: { data_loss: rate(1) }, a: { lost_trust: rate(2), data_loss: rate(3) } }),
      rated({ a: { lost_trust: rate(0, "never"), data_loss: rate(3) }, c: { data_loss: rate(4) } }),
      [
        { kind: "rate", question: "a", cost: "lost_trust", from: 2, to: 0, why: "never" },
        { kind: "rate", question: "b", cost: "data_loss", from: 1, to: null, why: "" },
        { kind: "rate", question: "c", cost: "data_loss", from: null, to: 4, why: "" },
      ],
    ],
    [
      "the reason of a rate",
      rated({ a: { data_loss: rate(1) } }),
      rated({ a: { data_loss: rate(1, "so") } }),
      [{ kind: "rate", question: "a", cost: "data_loss", from: 1, to: 1, why: "so" }],
    ],
    [
      "nothing, where only the date of a rate differs",
      rated({ a: { data_loss: rate(1) } }),
      rated({ a: { data_loss: rate(1, "", "2027-01-01T00:00:00.000Z") } }),
      [],
    ],
    [
      "nothing of what every object has",
      NOTHING,
      rated({ constructor: { data_loss: rate(1) } }),
      [{ kind: "rate", question: "constructor", cost: "data_loss", from: null, to: 1, why: "" }],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(modelChanges(before, after)).toEqual(expected);
  });
});
