import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockOf, dayAfter, dayOf, endOfDay, instantOf, pastMoment, startOfDay } from "./as-of";

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Australia/Lord_Howe",
  "America/Havana",
  "Africa/Cairo",
];

describe("a day in the organisation's time zone (H4)", () => {
  it.each([
    ["Europe/Berlin", "2026-07-01", "2026-06-30T22:00:00.000Z", "2026-07-01T21:59:59.999Z"],
    ["Europe/Berlin", "2026-01-01", "2025-12-31T23:00:00.000Z", "2026-01-01T22:59:59.999Z"],
    // Clocks go forward at 2:00: 23 hours; and back at 3:00: 25 hours.
    ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T21:59:59.999Z"],
    ["Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T22:59:59.999Z"],
    ["Asia/Kathmandu", "2026-06-15", "2026-06-14T18:15:00.000Z", "2026-06-15T18:14:59.999Z"],
    ["Pacific/Kiritimati", "2026-01-01", "2025-12-31T10:00:00.000Z", "2026-01-01T09:59:59.999Z"],
    // Half an hour of daylight saving.
    ["Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00.000Z", "2026-04-05T13:29:59.999Z"],
    // Midnight comes twice, and is skipped.
    ["America/Havana", "2026-11-01", "2026-11-01T04:00:00.000Z", "2026-11-02T04:59:59.999Z"],
    ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00.000Z", "2026-04-24T20:59:59.999Z"],
    // Samoa went without this one.
    ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00.000Z", "2011-12-30T09:59:59.999Z"],
    ["Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00.000Z", "2011-12-31T09:59:59.999Z"],
  ])("in %s, %s goes from %s to %s", (timeZone, day, start, end) => {
    expect(startOfDay(day, timeZone).toISOString()).toBe(start);
    expect(endOfDay(day, timeZone).toISOString()).toBe(end);
  });

  it("holds its first and its last instant, and neither neighbour's", () => {
    const instant = fc.date({
      min: new Date("2015-01-01T00:00:00Z"),
      max: new Date("2034-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (at, timeZone) => {
        const day = dayOf(at, timeZone);
        const [start, end] = [startOfDay(day, timeZone), endOfDay(day, timeZone)];
        expect(start <= at && at <= end).toBe(true);
        expect([dayOf(start, timeZone), dayOf(end, timeZone)]).toEqual([day, day]);
        expect(dayOf(new Date(start.getTime() - 1), timeZone)).toBe(dayAfter(day, -1));
        expect(dayOf(new Date(end.getTime() + 1), timeZone)).toBe(dayAfter(day));
      }),
    );
  });

  it.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-03-01", -1, "2026-02-28"],
    ["2026-01-01", 365, "2027-01-01"],
  ])("%s and %i days is %s", (day, days, expected) => {
    expect(dayAfter(day, days)).toBe(expected);
  });

  it("is refused for a time zone that nobody knows", () => {
    expect(() => startOfDay("2026-01-01", "Europe/Atlantis")).toThrow(RangeError);
  });
});

describe("the instant that is asked about (H3)", () => {
  const now = new Date("2026-11-21T22:30:00.000Z");
  it.each<[string, string, string | null]>([
    ["2026-10-25", "Europe/Berlin", "2026-10-25T22:59:59.999Z"],
    // Today is asked about as of now, whatever day it is elsewhere.
    ["2026-11-21", "Europe/Berlin", "2026-11-21T22:30:00.000Z"],
    ["2026-11-22", "Asia/Kathmandu", "2026-11-21T22:30:00.000Z"],
    ["2026-11-21", "Asia/Kathmandu", "2026-11-21T18:14:59.999Z"],
    ["2026-11-22", "Europe/Berlin", null],
    ["2026-11-21T22:30:00Z", "UTC", "2026-11-21T22:30:00.000Z"],
    ["2026-11-21T23:29:59+01:00", "UTC", "2026-11-21T22:29:59.000Z"],
    ["2026-11-21T22:30:00.001Z", "UTC", null],
  ])("%s in %s is %s", (asOf, timeZone, expected) => {
    expect(instantOf(asOf, timeZone, now)?.toISOString() ?? null).toBe(expected);
  });
});

it.each<[string | string[] | undefined, string | null]>([
  ["2026-11-20", "2026-11-20"],
  ["2026-11-21T09:59:59+00:00", "2026-11-21T09:59:59+00:00"],
  ["2026-11-21T10:00:00Z", null],
  ["2026-11-20T25:00:00Z", null],
  ["2026-11-20T10:00:00", null],
  ["2024-02-29", "2024-02-29"],
  ["2026-11-21", null],
  ["2026-11-22", null],
  ["2026-02-30", null],
  ["1970-01-02", "1970-01-02"],
  ["0001-01-01", null],
  ["2026-13-01", null],
  ["yesterday", null],
  [["2026-11-20", "2026-11-19"], null],
  [undefined, null],
])("an address that asks about %j means %j", (asked, moment) => {
  expect(pastMoment(asked, "Europe/Berlin", new Date("2026-11-21T10:00:00Z"))).toBe(moment);
});

it.each([
  ["UTC", "23:59"],
  ["Europe/Berlin", "00:59"],
  ["Asia/Kathmandu", "05:44"],
])("the time of day in %s", (timeZone, expected) => {
  expect(clockOf(new Date("2026-11-25T23:59:59.999Z"), timeZone)).toBe(expected);
});
