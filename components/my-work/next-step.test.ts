import { describe, expect, it } from "vitest";
import type { MyTeam } from "@/lib/contracts/my-work";
import { nextStep } from "./next-step";

const team: MyTeam = {
  slug: "payments",
  name: "Payments",
  role: "member",
  services: 2,
  unassessed: 1,
  next: { slug: "ledger", name: "Ledger", answered: 0, counting: 48 },
  stale: 0,
  aged: null,
};
const done: MyTeam = { ...team, unassessed: 0, next: null };
const empty: MyTeam = { ...done, services: 0 };
const someone = { admin: false, admins: "Ana or Mira" };

describe("the one thing to do next", () => {
  it.each([
    ["answer what nobody has", [team], someone, "/services/ledger/assess", "Answer for Ledger"],
    [
      "go on with what is begun",
      [{ ...team, next: { slug: "ledger", name: "Ledger", answered: 3, counting: 48 } }],
      someone,
      "/services/ledger/assess",
      "Go on with Ledger",
    ],
    [
      "look again at what went stale",
      [{ ...done, stale: 3, aged: { slug: "search", name: "Search", stale: 3 } }],
      someone,
      "/services/search/assess?show=stale",
      "Look at Search again",
    ],
    ["look at what is open", [done], someone, "/services?team=payments&sort=-gaps", "See what is open"],
    [
      "add a service, as a lead",
      [empty, { ...empty, slug: "shop", role: "lead" as const }],
      someone,
      "/services/new?team=shop",
      "Add a service",
    ],
    [
      "add a service, as an admin",
      [empty],
      { ...someone, admin: true },
      "/services/new?team=payments",
      "Add a service",
    ],
    ["look around, on no team", [], someone, "/services", "See all services"],
    ["look around, as an admin on no team", [], { ...someone, admin: true }, "/services", "See all services"],
  ])("%s", (_, teams, who, href, label) => {
    expect(nextStep(teams, who).action).toEqual({ href, label });
  });

  it("is nothing for a member of a team without services", () => {
    expect(nextStep([empty], someone)).toEqual({
      say: "A lead of the team, or an admin, adds services.",
      action: null,
    });
  });

  it("says whom to ask for a team", () => {
    expect(nextStep([], someone).say).toContain("Ask Ana or Mira to put you on one.");
    expect(nextStep([], { admin: false, admins: "" }).say).toContain("Ask an admin to put you on one.");
    expect(nextStep([], { admin: true, admins: "Ana" }).say).toContain("As an admin");
  });
});
