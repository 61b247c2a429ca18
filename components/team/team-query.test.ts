import { expect, it } from "vitest";
import { teamsPage } from "@/components/addresses/pages";
import { matchesTeam } from "./team-query";

it.each([
  [{}, ""],
  [{ q: " pay " }, "pay"],
  [{ q: ["pay", "plat"] }, "pay"],
  [{ q: "a\u0000" }, ""],
  [{ q: "x".repeat(201) }, ""],
])("reads %j as %j", (params, q) => {
  expect(teamsPage.read(params).q).toBe(q);
});

it.each([
  ["Payments", "PAY", true],
  ["Zahlungen für Töchter", "tochter", true],
  ["Payments", "plat", false],
  ["Payments", "", true],
])("%s matches %s: %s", (name, q, matches) => {
  expect(matchesTeam(name, q)).toBe(matches);
});
