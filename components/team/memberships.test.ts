import { expect, it } from "vitest";
import { inOrder } from "./members-card";
import { afterChange, changeText, type Membership, type MembershipChange } from "./memberships";

const person = "mira";
const payments = { team: "payments", person, role: "member" } as const;
const search = { team: "search", person, role: "lead" } as const;
const asLead = { ...payments, role: "lead" } as const;

it.each<[string, MembershipChange, Membership[], string, string]>([
  [
    "changes a role, and keeps the order",
    { kind: "save", membership: asLead },
    [asLead, search],
    "Mira is a lead of Payments now.",
    "Mira is a lead now.",
  ],
  [
    "takes a place away",
    { kind: "remove", membership: payments },
    [search],
    "Mira is off Payments.",
    "Mira is off the team.",
  ],
  [
    "adds a place at the end, on another team",
    { kind: "save", membership: { ...payments, team: "ledger" } },
    [payments, search, { ...payments, team: "ledger" }],
    "Mira is on Payments, as a member.",
    "Mira is on the team, as a member.",
  ],
  [
    "adds a place at the end, of another person",
    { kind: "save", membership: { ...asLead, person: "ana" } },
    [payments, search, { ...asLead, person: "ana" }],
    "Mira is on Payments, as a lead.",
    "Mira is on the team, as a lead.",
  ],
])("%s", (_, change, after, elsewhere, onItsPage) => {
  expect(afterChange([payments, search], change)).toEqual(after);
  expect(changeText([payments, search], change, "Mira", "Payments")).toBe(elsewhere);
  expect(changeText([payments, search], change, "Mira", null)).toBe(onItsPage);
});

it("lists leads first, then by name", () => {
  const of = (name: string, role: "lead" | "member") => ({ name, role });
  const members = [of("Jo", "member"), of("Ana", "member"), of("Mira", "lead")];
  expect(inOrder(members).map(({ name }) => name)).toEqual(["Mira", "Ana", "Jo"]);
});
