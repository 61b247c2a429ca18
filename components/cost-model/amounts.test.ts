import { expect, it } from "vitest";
import { readAmount, readNumber, writeAmount, writeNumber } from "./amounts";

it.each([
  ["30000", 30_000],
  ["30,000", 30_000],
  [" 30 000 ", 30_000],
  ["1'250'000", 1_250_000],
  ["30k", 30_000],
  ["1.2M", 1_200_000],
  ["99.5", 99.5],
  ["99,5", 99.5],
  ["2,5k", 2_500],
  ["1.250m", 1_250_000],
  ["1.000", 1_000],
  ["1.250.000", 1_250_000],
  ["1.250.000,50", 1_250_000.5],
  ["1,250,000.5", 1_250_000.5],
  ["30 000,5", 30_000.5],
  ["0.125", 0.125],
])("an amount is read as people write it: %s", (text, amount) => {
  expect(readAmount(text)).toBeCloseTo(amount, 6);
});

it.each([
  "",
  "3,0000",
  "1,000,00",
  "1.000.00",
  "1.2.3",
  "1,000.",
  "k",
  "thirty",
  "-5",
  "5 x",
  "1,2m,",
  "1e3",
  "€5",
  "٣٠٠",
])("%j is no amount", (text) => {
  expect(readAmount(text)).toBeNaN();
});

it("an amount comes back from its field as it was", () => {
  for (const amount of [1, 0.5, 0.125, 1.125, 2_000, 2_000.125, 123_456.75, 1e12])
    expect(readAmount(writeAmount(amount))).toBe(amount);
});

it.each([
  ["0.5", 0.5],
  ["0,25", 0.25],
  [".1", 0.1],
  ["12", 12],
  ["0.1.2", Number.NaN],
  ["-1", Number.NaN],
  ["1e3", Number.NaN],
])("a rate is read with comma or point: %s", (text, value) => {
  expect(readNumber(text)).toEqual(value);
});

it("a rate is written without the noise of sums", () => {
  expect(writeNumber(0.1 + 0.2)).toBe("0.3");
});
