import { expect, it } from "vitest";
import { mergeEdit, readStored } from "@/components/forms/merge-edit";
import { ApiProblem } from "@/lib/client/request";
import { conflictInTexts, type PersonTexts, personChange, personTexts } from "./person-texts";

const mira = { name: "Mira", admin: false, executive: true };
const conflict = (current: unknown) =>
  new ApiProblem({
    type: "about:blank",
    title: "Conflict",
    status: 409,
    code: "conflict",
    detail: "Somebody changed this person meanwhile.",
    requestId: "r",
    current,
  });

it("turns rights into texts and back", () => {
  expect(personChange(personTexts(mira))).toEqual(mira);
  expect(personChange(personTexts({ ...mira, admin: true }))).toEqual({ ...mira, admin: true });
});

it("lays a right that two admins changed beside one's own", () => {
  const error = conflictInTexts(conflict({ ...mira, admin: true, executive: false, version: 4 }));
  const now =
    error instanceof ApiProblem ? readStored<PersonTexts>(error.problem.current, ["name", "admin"]) : null;
  expect(now?.version).toBe(4);
  const mine = { ...personTexts(mira), name: "Mira A." };
  const merged = mergeEdit(personTexts(mira), mine, personTexts({ ...mira, admin: true }));
  expect(merged.values).toEqual({ ...personTexts({ ...mira, admin: true }), name: "Mira A." });
  expect(merged.theirs).toEqual({});
});

it.each([[new TypeError("offline")], [conflict("gone")], [conflict(undefined)]])(
  "leaves anything else as it is: %#",
  (error) => {
    expect(conflictInTexts(error)).toBe(error);
  },
);
