import { expect, it } from "vitest";
import { currencyOptions, timeZoneOptions } from "./choices";

it("offers currencies with their names", () => {
  expect(currencyOptions()).toContainEqual({ value: "EUR", label: "EUR · Euro" });
});

it("keeps a currency and a time zone that are in force, offered or not", () => {
  expect(currencyOptions("ISK")[0]?.value).toBe("ISK");
  expect(timeZoneOptions(["Asia/Tokyo"], "Asia/Kathmandu").map(({ value }) => value)).toEqual([
    "UTC",
    "Asia/Kathmandu",
    "Asia/Tokyo",
  ]);
});

it("writes time zones without underscores", () => {
  expect(timeZoneOptions(["America/New_York"], "America/New_York")[1]?.label).toBe("America/New York");
});
