import { expect, it } from "vitest";
import { avatarColour, initials } from "./avatar-face";

it.each([
  ["Mira Okafor", "MO"],
  ["  ana  maria kirsch ", "AK"],
  ["Cher", "C"],
  ["👩‍💻 Dev", "👩‍💻D"],
  ["élodie", "É"],
  ["", "?"],
])("shortens %j to %j", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

it("gives the same id the same colour, and many ids all eight", () => {
  expect(avatarColour("person-7")).toBe(avatarColour("person-7"));
  const used = new Set(Array.from({ length: 200 }, (_, index) => avatarColour(`person-${index}`)));
  expect(used.size).toBe(8);
});
