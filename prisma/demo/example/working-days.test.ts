import { describe, expect, it } from "vitest";
import { workingDays } from "./working-days";

describe("working days back from now", () => {
  it.each([
    ["2026-11-18T14:00:00Z", 0, "2026-11-17"],
    ["2026-11-18T14:00:00Z", 2, "2026-11-13"],
    ["2026-11-16T00:00:00Z", 0, "2026-11-13"],
    ["2026-11-15T12:00:00Z", 0, "2026-11-13"],
    ["2026-11-14T12:00:00Z", 0, "2026-11-13"],
    ["2026-11-18T14:00:00Z", 5, "2026-11-10"],
    ["2026-11-18T14:00:00Z", -1, "2026-11-18"],
    ["2026-11-18T14:00:00Z", -4, "2026-11-23"],
    ["2026-01-02T09:00:00Z", 1, "2025-12-31"],
  ])("at %s, %d back is %s", (now, back, day) => {
    expect(workingDays(new Date(now))(back, 90).toISOString()).toBe(`${day}T09:30:00.000Z`);
  });
});
