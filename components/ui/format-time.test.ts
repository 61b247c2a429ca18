import { describe, expect, it } from "vitest";
import { formatRelative, formatTime, type TimeStyle } from "./format-time";

describe("formatTime", () => {
  it.each<[TimeStyle, string]>([
    ["day", "12 November 2026"],
    ["short-day", "12 Nov"],
    ["month", "Nov 2026"],
    ["short-month", "Nov"],
    ["minute", "12 November 2026, 00:05"],
    ["second", "12 November 2026, 00:05:09"],
    ["clock", "00:05"],
  ])("writes a %s", (style, written) => {
    expect(formatTime("2026-11-11T23:05:09Z", "Europe/Berlin", style)).toBe(written);
  });

  it("writes the day of the place asked for, not of the machine", () => {
    const at = new Date("2026-11-11T18:30:00Z");
    expect(formatTime(at, "Asia/Kathmandu")).toBe("12 November 2026");
    expect(formatTime(at, "America/New_York")).toBe("11 November 2026");
  });

  it("writes nothing for what is no date", () => {
    expect(formatTime("soon", "UTC")).toBe("");
  });
});

describe("formatRelative", () => {
  const now = "2026-11-20T10:00:00Z";
  it.each([
    ["2026-11-20T09:59:30Z", "just now"],
    ["2026-11-20T09:59:00Z", "1 minute ago"],
    ["2026-11-20T08:00:00Z", "2 hours ago"],
    ["2026-11-19T10:00:00Z", "1 day ago"],
    ["2026-11-07T10:00:00Z", "13 days ago"],
    ["2026-11-06T10:00:00Z", "2 weeks ago"],
    ["2026-08-20T10:00:00Z", "3 months ago"],
    ["2023-11-20T10:00:00Z", "3 years ago"],
    ["2026-11-26T10:00:00Z", "in 6 days"],
    ["2026-11-20T10:01:00Z", "in 1 minute"],
    ["never", ""],
  ])("says of %s: %s", (at, said) => {
    expect(formatRelative(at, now)).toBe(said);
  });
});
