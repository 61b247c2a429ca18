import { expect, it } from "vitest";
import { renewalLine, worthWords } from "./waiver-words";

const waiver = {
  renewal: 3,
  acceptedSince: "2026-01-10T09:00:00.000Z",
  until: null,
  askedUntil: "2027-03-10",
};
const EUR = { currency: "EUR" };

it("says of an extension how often, how long and at what price", () => {
  const worth = { expectedLoss: 31_200, incidentsPerYear: 0.8 };
  expect(renewalLine(waiver, worth, EUR)).toBe("Third renewal, 14 months, about €31k a year");
  expect(renewalLine({ ...waiver, renewal: 0 }, worth, EUR)).toBeNull();
});

it("tells incidents where nothing has a price, and nothing where the gap is gone", () => {
  expect(worthWords({ expectedLoss: null, incidentsPerYear: 0.8 }, EUR)).toBe("0.8 incidents a year");
  expect(worthWords({ expectedLoss: null, incidentsPerYear: null }, EUR)).toBeNull();
});
