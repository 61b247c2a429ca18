import { expect, it } from "vitest";
import { counted, plainText } from "./counted";
import { effortText, incidentsText } from "./figures";

it.each([
  [0, "0"],
  [0.01, "< 0.1"],
  [0.05, "0.1"],
  [1, "1.0"],
  [0.44, "0.4"],
  [12.26, "12.3"],
  [99.96, "100"],
  [1203.6, "1,204"],
])("writes %d incidents a year as %s", (incidents, text) => {
  expect(incidentsText(incidents)).toBe(text);
});

it.each([
  [0.5, "0.5 d"],
  [3, "3 d"],
  [1.26, "1.3 d"],
])("writes %d days of work as %s", (days, text) => {
  expect(effortText(days)).toBe(text);
});

it.each([
  [0, "0 gaps"],
  [1, "1 gap"],
  [1204, "1,204 gaps"],
])("counts %d with its noun", (count, text) => {
  expect(counted(count, "gap")).toBe(text);
});

it("joins linked words to a plain sentence", () => {
  expect(plainText([{ text: "It has " }, { text: "1 gap", href: "#gaps" }, { text: "." }])).toBe(
    "It has 1 gap.",
  );
});
