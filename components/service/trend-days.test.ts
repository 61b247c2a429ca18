import { expect, it } from "vitest";
import { dayText, localDay } from "@/components/ui/days";
import { scoreChange, scoreTrend } from "./trend-days";

const now = new Date("2026-11-21T10:00:00Z");
const point = (at: string, score: number | null) => ({ at: `${at}Z`, score });
const YEAR_AGO = new Date("2025-11-21T10:00:00Z");
const shape = (
  points: Parameters<typeof scoreTrend>[0],
  timeZone = "Europe/Berlin",
  first: Date | null = YEAR_AGO,
) => scoreTrend(points, timeZone, now, first).map(({ at, value }) => [at.toISOString().slice(0, 10), value]);

it("takes the last score of each day in the organisation's time zone, and carries it to now", () => {
  const points = [
    point("2026-11-18T09:00:00", 10),
    point("2026-11-18T22:30:00", 20),
    point("2026-11-18T23:30:00", 30),
  ];
  // 23:30 UTC is already the 19th in Berlin, but not in Lisbon
  expect(shape(points)).toEqual([
    ["2026-11-18", 20],
    ["2026-11-18", 30],
    ["2026-11-21", 30],
  ]);
  expect(shape(points, "Europe/Lisbon")).toEqual([
    ["2026-11-18", 30],
    ["2026-11-21", 30],
  ]);
});

it("holds a score until the day before it changes, so that a jump is not drawn as a slope", () => {
  expect(shape([point("2026-10-01T08:00:00", 10), point("2026-11-20T08:00:00", 60)])).toEqual([
    ["2026-10-01", 10],
    ["2026-11-19", 10],
    ["2026-11-20", 60],
    ["2026-11-21", 60],
  ]);
});

it("begins a year ago with what held then", () => {
  expect(shape([point("2024-03-01T08:00:00", 40)])).toEqual([
    ["2025-11-21", 40],
    ["2026-11-21", 40],
  ]);
});

it("begins where one asks it to, or with the first score of all", () => {
  const points = [point("2024-03-01T08:00:00", 40), point("2026-11-01T08:00:00", 50)];
  expect(shape(points, "Europe/Berlin", new Date("2026-10-22T22:00:00Z"))).toEqual([
    ["2026-10-22", 40],
    ["2026-10-31", 40],
    ["2026-11-01", 50],
    ["2026-11-21", 50],
  ]);
  expect(shape(points, "Europe/Berlin", null)[0]).toEqual(["2024-03-01", 40]);
});

it("draws a first day point by point, up to now", () => {
  const points = [point("2026-11-21T08:00:00", 0), point("2026-11-21T09:00:00", 7)];
  expect(scoreTrend(points, "Europe/Berlin", now, YEAR_AGO)).toEqual([
    { at: new Date("2026-11-21T08:00:00Z"), value: 0 },
    { at: new Date("2026-11-21T09:00:00Z"), value: 7 },
    { at: now, value: 7 },
  ]);
  const atNow = [...points, point("2026-11-21T10:00:00", 9), point("2026-11-21T10:00:01", 50)];
  expect(scoreTrend(atNow, "Europe/Berlin", now, YEAR_AGO).map(({ value }) => value)).toEqual([0, 7, 9]);
});

it("draws nothing from fewer than two points of one day", () => {
  expect(shape([point("2026-11-21T08:00:00", 0)])).toEqual([]);
  expect(shape([])).toEqual([]);
});

it("says how far the score moved in thirty days", () => {
  const points = [point("2026-09-01T08:00:00", 30), point("2026-11-01T08:00:00", 50)];
  expect(scoreChange(points, now)).toEqual({ since: new Date("2026-10-22T10:00:00Z"), by: 20 });
  expect(scoreChange(points.slice(1), now)).toBeNull();
  expect(scoreChange([point("2026-11-01T08:00:00", null), ...points.slice(1)], now)).toBeNull();
});

it("knows the day in a time zone, and leaves the year out when it is this one", () => {
  expect(localDay(new Date("2026-12-31T23:30:00Z"), "Asia/Kathmandu")).toBe("2027-01-01");
  expect(dayText("2026-12-24", "2026-11-21")).toBe("24 Dec");
  expect(dayText("2027-01-05", "2026-11-21")).toBe("5 Jan 2027");
});
