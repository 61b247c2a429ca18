import { describe, expect, it } from "vitest";
import type { AnswerState } from "../vocabulary";
import {
  type ConditionStory,
  conditionChanges,
  conditionState,
  dueOnProblem,
  gapSince,
  targetDateProblem,
  untilProblem,
} from "./conditions";
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

describe("L2, L4: what becomes of a gap that was decided about", () => {
  const day = (number: number) => at(`2026-12-${String(number).padStart(2, "0")}T10:00:00Z`);
  type Step = AnswerState | null | "stale";
  const since = (...steps: Step[]) =>
    gapSince(
      steps.map((step, place) => ({
        at: day(place + 1),
        verdict: step === "stale" ? "unclear" : step,
        stale: step === "stale",
      })),
    );
  const NOTHING = { metAt: null, droppedAt: null, reopened: false, broken: null };
  it.each<[string, Step[], Partial<ReturnType<typeof gapSince>>]>([
    ["nothing", [], {}],
    ["it stays open", ["no", "partly"], {}],
    ["it is met", ["no", "yes"], { metAt: day(2) }],
    [
      "it is met, and breaks",
      ["yes", "no"],
      { metAt: day(1), reopened: true, broken: { at: day(2), verdict: "no" } },
    ],
    [
      "it breaks twice: the first time counts",
      ["yes", "partly", "yes", "no"],
      { metAt: day(1), reopened: true, broken: { at: day(2), verdict: "partly" } },
    ],
    ["what was met ages: that breaks nothing", ["yes", "stale"], { metAt: day(1), reopened: true }],
    ["it is not for us", ["no", "not_applicable"], { droppedAt: day(2) }],
    ["it is not asked, then asked again", [null, "no"], { droppedAt: day(1), reopened: true }],
  ])("%s", (_, steps, expected) => {
    expect(since(...steps)).toEqual({ ...NOTHING, ...expected });
  });

  const story = (some: Partial<ConditionStory> = {}): ConditionStory => ({
    ...{ dueOn: "2026-12-03", days: [{ dueOn: "2026-12-03", until: null }] },
    ...{ metAt: null, withdrawnAt: null, broken: null, ...some },
  });
  /** 4 December begins where the organisation is. */
  const OVER = at("2026-12-03T23:00:00Z");
  it.each<[string, ConditionStory, ReturnType<typeof conditionChanges>]>([
    ["overdue", story(), [{ at: OVER, change: { change: "overdue" } }]],
    ["met", story({ metAt: day(2) }), [{ at: day(2), change: { change: "met", late: false } }]],
    [
      "met late",
      story({ metAt: day(5) }),
      [
        { at: OVER, change: { change: "overdue" } },
        { at: day(5), change: { change: "met", late: true } },
      ],
    ],
    ["withdrawn in time", story({ withdrawnAt: day(2) }), [{ at: day(2), change: { change: "withdrawn" } }]],
    [
      "withdrawn after its day",
      story({ withdrawnAt: day(5) }),
      [
        { at: OVER, change: { change: "overdue" } },
        { at: day(5), change: { change: "withdrawn" } },
      ],
    ],
    [
      "moved in time, and met",
      story({
        ...{ dueOn: "2026-12-06", metAt: day(5) },
        days: [
          { dueOn: "2026-12-03", until: day(2) },
          { dueOn: "2026-12-06", until: null },
        ],
      }),
      [{ at: day(5), change: { change: "met", late: false } }],
    ],
    [
      "moved when it was over",
      story({
        dueOn: "2026-12-20",
        days: [
          { dueOn: "2026-12-03", until: day(5) },
          { dueOn: "2026-12-20", until: null },
        ],
      }),
      [{ at: OVER, change: { change: "overdue" } }],
    ],
    [
      "met, and broken",
      story({ metAt: day(1), broken: { at: day(7), verdict: "no" } }),
      [
        { at: day(1), change: { change: "met", late: false } },
        { at: day(7), change: { change: "broken", verdict: "no" } },
      ],
    ],
    [
      "withdrawn, then answered yes and no",
      story({ withdrawnAt: day(1), metAt: day(2), broken: { at: day(3), verdict: "no" } }),
      [{ at: day(1), change: { change: "withdrawn" } }],
    ],
  ])("a condition that is %s", (_, condition, expected) => {
    expect(conditionChanges(condition, day(9), BERLIN)).toEqual(expected);
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
