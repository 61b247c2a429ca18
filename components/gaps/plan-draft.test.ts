import { expect, it } from "vitest";
import { bodyOf, differences, draftOf, draftProblems, type Plan } from "./plan-draft";

const plan: Plan = {
  owner: { id: "11111111-1111-4111-8111-111111111111", name: "Mira" },
  dueOn: "2026-12-24",
  effortDays: 2.5,
  state: "in_progress",
  ticket: "https://tickets.example/1",
  note: "🙂",
  version: 3,
};

it("sends back what it was given when nothing was typed", () => {
  const { version, owner, ...rest } = plan;
  expect(bodyOf(draftOf(plan), version)).toEqual({ ...rest, owner: owner?.id, expectedVersion: 3 });
});

it("sends nothing but emptiness for a plan that is not there", () => {
  expect(bodyOf(draftOf(null), 0)).toEqual({
    owner: null,
    dueOn: null,
    effortDays: null,
    state: "open",
    ticket: null,
    note: "",
    expectedVersion: 0,
  });
});

it.each([
  ["", true],
  ["0.5", true],
  ["0,5", true],
  ["0", false],
  ["-1", false],
  ["two", false],
  ["1001", false],
])("takes %j days of effort: %s", (effortDays, fine) => {
  expect(Object.keys(draftProblems({ ...draftOf(plan), effortDays }))).toEqual(fine ? [] : ["effortDays"]);
});

it("names what somebody else changed meanwhile, in words", () => {
  const mine = { ...draftOf(plan), owner: "", note: "mine" };
  expect(differences(mine, plan)).toEqual([
    { field: "Owner", there: "Mira" },
    { field: "Note", there: "🙂" },
  ]);
  expect(differences(draftOf(plan), plan)).toEqual([]);
});
