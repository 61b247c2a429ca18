import { describe, expect, it } from "vitest";
import { productionReadiness } from "@/prisma/checklists/production-readiness";
import { aQuestion } from "../testing/questions";
import {
  allOpen,
  meanPrices,
  PLAUSIBLE_ALL_OPEN,
  pricedCosts,
  ratesOf,
  unpricedModel,
  withRates,
} from "./cost-model";

const question = {
  key: "restores-rehearsed",
  costs: [
    { cost: "data_loss" as const, incidentsPerYear: 0.2, because: "" },
    { cost: "emergency_fixes" as const, incidentsPerYear: 1, because: "" },
  ],
};

describe("rates of a question (R2)", () => {
  it.each([
    [
      "the checklist's, where the organisation has none",
      {},
      [
        ["emergency_fixes", 1],
        ["data_loss", 0.2],
      ],
    ],
    [
      "the organisation's own value of one cost",
      { data_loss: 0.5 },
      [
        ["emergency_fixes", 1],
        ["data_loss", 0.5],
      ],
    ],
    ["0 takes a cost away", { data_loss: 0 }, [["emergency_fixes", 1]]],
    [
      "a cost that the checklist does not name",
      { lost_trust: 2 },
      [
        ["emergency_fixes", 1],
        ["lost_trust", 2],
        ["data_loss", 0.2],
      ],
    ],
  ])("%s", (_, own, expected) => {
    const rates = ratesOf(question, { [question.key]: own });
    expect(rates.map(({ cost, incidentsPerYear }) => [cost, incidentsPerYear])).toEqual(expected);
    expect(ratesOf(question, { "another-question": own })).toEqual(ratesOf(question, {}));
  });
});

describe("questions with the rates in force (R2)", () => {
  const usual = { cost: "data_loss" as const, incidentsPerYear: 2, because: "nothing was rehearsed" };
  const asked = [aQuestion({ key: "a", costs: [usual] }), aQuestion({ key: "b", costs: [usual] })];

  it("say why as the checklist does, nothing about what it does not name, and stay the same otherwise", () => {
    const [first, second] = withRates(asked, { a: { data_loss: 1, lost_trust: 3 } });
    expect(first).toEqual({
      ...asked[0],
      costs: [
        { cost: "lost_trust", incidentsPerYear: 3, because: "" },
        { cost: "data_loss", incidentsPerYear: 1, because: "nothing was rehearsed" },
      ],
    });
    expect(second).toBe(asked[1]);
  });
});

describe("a model", () => {
  it("starts without a price, and says how many there are (R3)", () => {
    const model = unpricedModel("EUR");
    expect(pricedCosts(model)).toBe(0);
    expect(Object.values(meanPrices(model))).toEqual(Array(8).fill(null));
    const priced = { prices: { ...model.prices, data_loss: { low: 10_000, high: 90_000 } } };
    expect(pricedCosts(priced)).toBe(1);
    expect(meanPrices(priced).data_loss).toBeCloseTo(37_496.53, 2);
  });

  it("the default checklist's rates leave a plausible number of incidents with everything open", () => {
    const sum = allOpen(productionReadiness.questions, {});
    expect(sum).toBeGreaterThan(PLAUSIBLE_ALL_OPEN.least);
    expect(sum).toBeLessThan(PLAUSIBLE_ALL_OPEN.most);
    const [first] = productionReadiness.questions;
    expect(
      allOpen(productionReadiness.questions, { [first?.key ?? ""]: { lost_trust: 1000 } }),
    ).toBeGreaterThan(1000);
  });
});
