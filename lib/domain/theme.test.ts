import { expect, it } from "vitest";
import { parseTheme, themeCookie } from "./theme";

it.each([
  ["dark", "dark"],
  ["light", "light"],
  ["system", "system"],
  ['"><script>', "system"],
  [undefined, "system"],
])("reads %j as %s", (value, theme) => {
  expect(parseTheme(value)).toBe(theme);
});

it("keeps a choice for a year, and forgets it for the system's", () => {
  expect(themeCookie("dark", true)).toBe(
    "plumbline-theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; Secure",
  );
  expect(themeCookie("system", false)).toContain("Max-Age=0");
});
