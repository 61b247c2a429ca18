import { describe, expect, it } from "vitest";
import {
  changedPlan,
  isEmptyPlan,
  isFineWithoutGap,
  isOfThisGap,
  NO_PLAN,
  type PlanFields,
} from "./gap-plan";

const plan: PlanFields = {
  owner: "11111111-1111-4111-8111-111111111111",
  dueOn: "2026-12-24",
  effortDays: 2.5,
  state: "in_progress",
  ticket: "https://tickets.example/1",
  note: "half of it",
};

describe("changing a plan", () => {
  it("changes what is named, and empties what is named as empty", () => {
    expect(changedPlan(plan, { owner: null, state: "done" })).toEqual({
      ...plan,
      owner: null,
      state: "done",
    });
    expect(changedPlan(plan, {})).toEqual(plan);
    expect(changedPlan(plan, { note: undefined, dueOn: "2027-01-01" })).toEqual({
      ...plan,
      dueOn: "2027-01-01",
    });
  });

  it("keeps nothing beside the fields of a plan", () => {
    expect(changedPlan({ ...plan, version: 3 } as PlanFields, {})).toEqual(plan);
  });
});

describe("a question that is no gap", () => {
  it.each<[string, Parameters<typeof isFineWithoutGap>[0], PlanFields, boolean]>([
    ["takes that the work is done", { state: "done" }, { ...plan, state: "done" }, true],
    ["takes an empty plan", { ...NO_PLAN }, NO_PLAN, true],
    ["takes less than was planned", { owner: null, note: "" }, { ...plan, owner: null, note: "" }, true],
    ["takes no owner", { owner: plan.owner }, plan, false],
    ["takes no work in progress", { state: "in_progress" }, { ...NO_PLAN, state: "in_progress" }, false],
    ["takes no note beside what is emptied", { owner: null, note: "x" }, { ...NO_PLAN, note: "x" }, false],
  ])("%s", (_, change, after, fine) => {
    expect(isFineWithoutGap(change, after)).toBe(fine);
  });
});

it("a plan is of the gap that is open when it was changed after that opened, or none is open", () => {
  const at = new Date("2026-06-15T12:00:00Z");
  expect(isOfThisGap(at, null)).toBe(true);
  expect(isOfThisGap(at, at)).toBe(true);
  expect(isOfThisGap(at, new Date(at.getTime() + 1))).toBe(false);
});

it("is empty only when every field is", () => {
  expect(isEmptyPlan(NO_PLAN)).toBe(true);
  for (const name of Object.keys(plan) as (keyof PlanFields)[]) {
    expect(isEmptyPlan({ ...NO_PLAN, [name]: plan[name] }), name).toBe(false);
  }
});
