import { expect, it } from "vitest";
import { numbered, worstCase, worstTotal } from "./sums";

const cost = (name: "data_loss" | "lost_trust", incidentsPerYear: number) => ({
  cost: name,
  incidentsPerYear,
  because: "",
});
const questions = [
  { costs: [cost("data_loss", 0.2), cost("lost_trust", 0.5)] },
  { costs: [cost("lost_trust", 0.25)] },
];

it("numbers questions within their area", () => {
  const areas = ["concurrency", "bad_input", "bad_input"] as const;
  expect(
    numbered(areas.map((area, at) => ({ key: `question-${at}`, area }))).map(({ number }) => number),
  ).toEqual(["1.1", "2.1", "2.2"]);
});

it("adds up what open questions would cause, the largest cost first", () => {
  expect(worstCase(questions)).toEqual([
    { cost: "lost_trust", incidents: 0.75 },
    { cost: "data_loss", incidents: 0.2 },
  ]);
  expect(worstTotal(questions)).toBeCloseTo(0.95);
  expect(worstTotal([])).toBe(0);
  const typing = { costs: [{ cost: "data_loss" as const, incidentsPerYear: Number.NaN, because: "" }] };
  expect(worstTotal([typing])).toBe(0);
});
