import { describe, expect, it } from "vitest";
import { becomes, type Joining, joinProblem } from "./join-words";

const invitation: Joining["invitation"] = {
  email: "bo@example.com",
  admin: false,
  executive: false,
  state: "open",
  expiresAt: "2026-11-28T23:30:00Z",
  createdBy: { id: "1", name: "Ana Kirsch" },
};
const joining: Joining = { invitation, organisation: "Acme", timeZone: "Europe/Berlin", teams: [] };
const payments = { name: "Payments", role: "lead" as const };
const search = { name: "Search", role: "member" as const };

describe("what one becomes by joining", () => {
  it.each([
    [{}, [], "You will read everything; an admin puts you on a team later."],
    [{}, [search], "You will be on the team Search."],
    [{}, [payments], "You will be on the team Payments, as its lead."],
    [{}, [payments, search], "You will be on the teams Payments (lead) and Search."],
    [{ admin: true }, [], "You will be an admin."],
    [
      { admin: true, executive: true },
      [search],
      "You will be an admin and an executive, on the team Search.",
    ],
  ])("%j on %j", (rights, teams, sentence) => {
    expect(becomes({ invitation: { ...invitation, ...rights }, teams })).toBe(sentence);
  });
});

describe("a link that cannot be used says why", () => {
  it("is silent about one that can", () => {
    expect(joinProblem(joining)).toBeNull();
  });
  it("names nobody and nothing for a link that leads nowhere", () => {
    expect(joinProblem(null)?.title).toBe("This link is not an invitation.");
  });
  it.each([
    ["accepted", "This invitation was used already."],
    ["revoked", "This invitation was taken back."],
    ["expired", "This invitation was good until 29 November 2026."],
  ] as const)("%s, and whom to ask", (state, title) => {
    const problem = joinProblem({ ...joining, invitation: { ...invitation, state } });
    expect(problem?.title).toBe(title);
    expect(problem?.text).toContain("Ana Kirsch, who made it");
  });
});
