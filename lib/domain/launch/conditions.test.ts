import { describe, expect, it } from "vitest";
import { conditionState, dueOnProblem, targetDateProblem, untilProblem } from "./conditions";
import type { ConditionState } from "./vocabulary";

const at = (iso: string) => new Date(iso);
const BERLIN = "Europe/Berlin";

describe("L4: a condition", () => {
  it.each<[string, Date | null, Date | null, string, ConditionState, boolean]>([
    ["before its day", null, null, "2026-12-01", "open", false],
    ["on its day", null, null, "2026-12-03", "open", false],
    ["after its day", null, null, "2026-12-04", "overdue", true],
    ["met", null, at("2026-12-02T10:00:00Z"), "2026-12-04", "met", false],
    [
      "met in the last minute where the organisation is",
      null,
      at("2026-12-03T22:59:59.999Z"),
      "2026-12-04",
      "met",
      false,
    ],
    ["met late, a millisecond after", null, at("2026-12-03T23:00:00Z"), "2026-12-09", "met", true],
    ["withdrawn", at("2026-12-02T10:00:00Z"), null, "2026-12-09", "withdrawn", false],
    [
      "met, then another decision",
      at("2026-12-02T10:00:00Z"),
      at("2026-12-01T10:00:00Z"),
      "2026-12-09",
      "met",
      false,
    ],
    [
      "withdrawn, then answered yes",
      at("2026-12-01T10:00:00Z"),
      at("2026-12-02T10:00:00Z"),
      "2026-12-09",
      "withdrawn",
      false,
    ],
  ])("%s", (_, withdrawnAt, metAt, today, state, late) => {
    expect(conditionState({ dueOn: "2026-12-03", withdrawnAt, metAt }, today, BERLIN)).toEqual({
      state,
      late,
    });
  });
});

describe("L2, L4: days of a launch", () => {
  it.each<[string, string | null]>([
    ["2026-11-24", "Choose today or a later day."],
    ["2026-11-25", null],
    ["2026-12-08", null],
    ["2026-12-09", "Choose a day before the launch on 9 December 2026."],
    ["2027-01-01", "Choose a day before the launch on 9 December 2026."],
  ])("a condition due on %s", (dueOn, message) => {
    expect(dueOnProblem(dueOn, "2026-12-09", "2026-11-25")).toEqual(message && { field: "dueOn", message });
  });

  it("no condition can be due before a launch of today", () => {
    expect(dueOnProblem("2026-12-09", "2026-12-09", "2026-12-09")?.field).toBe("dueOn");
  });

  it.each<[string, boolean]>([
    ["2026-12-15", false],
    ["2026-12-16", true],
    ["2027-12-16", true],
  ])("a risk accepted until %s", (until, fine) => {
    expect(untilProblem(until, "2026-12-09")?.field).toBe(fine ? undefined : "until");
  });

  it.each<[string, string, ConditionState, boolean]>([
    ["after it", "2026-12-04", "open", true],
    ["to its day", "2026-12-03", "open", false],
    ["before it", "2026-12-01", "open", false],
    ["before an overdue one", "2026-12-01", "overdue", false],
    ["before one that was met", "2026-12-01", "met", true],
    ["before one that was withdrawn", "2026-12-01", "withdrawn", true],
  ])("a launch moves %s", (_, targetDate, state, fine) => {
    const conditions = [
      { dueOn: "2026-12-03", state },
      { dueOn: "2026-11-30", state },
    ];
    expect(targetDateProblem(targetDate, conditions)?.field).toBe(fine ? undefined : "targetDate");
  });
});
