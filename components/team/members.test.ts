import { expect, it } from "vitest";
import { afterChange, changeText, inOrder } from "./members";

const ana = { id: "a", name: "Ana", role: "member" } as const;
const mira = { id: "m", name: "Mira", role: "lead" } as const;

it("lists leads first, then by name", () => {
  const jo = { id: "j", name: "Jo", role: "member" } as const;
  expect(inOrder([jo, ana, mira]).map(({ name }) => name)).toEqual(["Mira", "Ana", "Jo"]);
});

it("adds, changes and removes one person", () => {
  expect(afterChange([ana], { kind: "save", member: mira })).toEqual([ana, mira]);
  expect(afterChange([ana, mira], { kind: "save", member: { ...mira, role: "member" } })).toEqual([
    ana,
    { ...mira, role: "member" },
  ]);
  expect(afterChange([ana, mira], { kind: "remove", member: ana })).toEqual([mira]);
});

it.each([
  [[], { kind: "save", member: mira }, "Mira is on the team, as a lead."],
  [[ana], { kind: "save", member: { ...ana, role: "lead" } }, "Ana is a lead now."],
  [[ana], { kind: "remove", member: ana }, "Ana is off the team."],
] as const)("says what happened", (before, change, text) => {
  expect(changeText(before, change)).toBe(text);
});
