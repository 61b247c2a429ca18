import { describe, expect, it } from "vitest";
import { gapPlansSave } from "@/lib/contracts/gap-plans";
import { changeOf, NO_CHANGE, toggled, undoOf } from "./chosen-gaps";

const keys = ["a/1", "a/2", "b/1", "b/2", "c/1"];
const sorted = (set: ReadonlySet<string>) => [...set].sort();

describe("choosing gaps", () => {
  it.each([
    ["adds one", [], "a/2", null, ["a/2"]],
    ["takes one away", ["a/2", "b/1"], "a/2", null, ["b/1"]],
    ["adds a range, downwards", ["a/2"], "b/2", "a/2", ["a/2", "b/1", "b/2"]],
    ["adds a range, upwards", ["b/2"], "a/1", "b/2", ["a/1", "a/2", "b/1", "b/2"]],
    ["takes a range away", keys, "b/1", "a/2", ["a/1", "b/2", "c/1"]],
    ["forgets a start that is not listed any more", [], "b/1", "gone/1", ["b/1"]],
  ])("%s", (_, chosen, key, from, result) => {
    expect(sorted(toggled(new Set(chosen), keys, key, from))).toEqual(result);
  });
});

describe("what many gaps are changed to", () => {
  it("names only what was chosen", () => {
    expect(changeOf(NO_CHANGE)).toEqual({});
    expect(changeOf({ owner: "nobody", dueOn: "none", state: "" })).toEqual({ owner: null, dueOn: null });
    expect(changeOf({ ...NO_CHANGE, dueOn: "2027-01-31", state: "in_progress" })).toEqual({
      dueOn: "2027-01-31",
      state: "in_progress",
    });
  });

  it("is put back by a request that the API takes, at the versions that it made", () => {
    const plan = { owner: null, dueOn: null, effortDays: 2, state: "open" as const, ticket: null, note: "x" };
    const owner = { id: "11111111-1111-4111-8111-111111111111", name: "Mira" };
    const body = undoOf([
      {
        service: "a",
        question: "one",
        plan: { ...plan, version: 4 },
        before: { ...plan, owner, version: 3 },
      },
      { service: "b", question: "one", plan: { ...plan, version: 1 }, before: null },
    ]);
    expect(gapPlansSave.parse(body)).toEqual(body);
    expect(body.gaps).toMatchObject([
      { expectedVersion: 4, set: { owner: owner.id, dueOn: null, state: "open" } },
      { expectedVersion: 1, set: { owner: null } },
    ]);
  });
});
