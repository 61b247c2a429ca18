import { expect, it } from "vitest";
import { namesOf } from "./names";

it.each([
  [[], ""],
  [["Ana"], "Ana"],
  [["Ana", "Mira"], "Ana or Mira"],
  [["Ana", "Mira", "Jo"], "Ana, Mira or Jo"],
  [["Ana", "Mira", "Jo", "Li"], "Ana, Mira or 2 others"],
])("says %j as %s", (names, said) => {
  expect(namesOf(names)).toBe(said);
});
