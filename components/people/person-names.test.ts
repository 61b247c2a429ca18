import { expect, it } from "vitest";
import { personOptions } from "./person-names";

it("tells people of one name apart, and keeps one who has left", () => {
  const people = [
    { id: "1", name: "Mira", email: "mira@a.example" },
    { id: "2", name: "Mira", email: "mira@b.example" },
    { id: "3", name: "Ana", email: null },
  ];
  expect(personOptions(people, { id: "9", name: "Gone", disabled: true }).map(({ label }) => label)).toEqual([
    "Gone (left)",
    "Mira (mira@a.example)",
    "Mira (mira@b.example)",
    "Ana",
  ]);
});
