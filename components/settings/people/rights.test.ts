import { expect, it } from "vitest";
import { rightsLine, rightsOf } from "./rights";

it.each([
  [{ admin: true, executive: false }, 0, "Admin: everything"],
  [{ admin: true, executive: true }, 2, "Admin and executive: everything"],
  [
    { admin: false, executive: true },
    1,
    "Executive: reads everything, decides for the business, answers for their own teams",
  ],
  [{ admin: false, executive: false }, 1, "Reads everything, answers for their own teams"],
  [{ admin: false, executive: false }, 0, "Reads everything, answers for no team yet"],
])("%j on %d teams: %s", (holder, teams, line) => {
  expect(rightsLine(holder, teams)).toBe(line);
});

it("names the wider right first", () => {
  expect(rightsOf({ executive: true, admin: true })).toEqual(["admin", "executive"]);
  expect(rightsOf({ executive: false, admin: false })).toEqual([]);
});
