import { expect, it } from "vitest";
import { goodFor, invitationText } from "./invitation-text";
import { placesText } from "./team-names";

const teams = [
  { slug: "payments", name: "Payments & Ledger" },
  { slug: "search", name: "Search" },
  { slug: "mail", name: "Mail" },
];
const facts = {
  organisation: "Acme",
  inviter: "Ana Kirsch",
  email: "bo@example.com",
  places: [] as { team: string; role: "lead" | "member" }[],
  teams,
  url: "https://plumbline.example/join?token=abc",
  expiresAt: "2026-11-28T22:30:00Z",
  timeZone: "Europe/Berlin",
};

it("says who invites to what, gives the link on a line of its own, and until when it is good", () => {
  expect(invitationText(facts)).toBe(
    `Hello,

Ana Kirsch invites you to Plumbline, where Acme looks after how ready its services are for production.

Join here:
https://plumbline.example/join?token=abc

The link works once, until 28 November 2026, and only for bo@example.com.`,
  );
});

it.each([
  [["payments"], "You will be on the team Payments & Ledger."],
  [["payments", "search"], "You will be on the teams Payments & Ledger and Search."],
  [["payments", "search", "gone"], "You will be on the teams Payments & Ledger, Search and gone."],
])("names the teams: %j", (slugs, sentence) => {
  const places = slugs.map((team) => ({ team, role: "member" as const }));
  expect(invitationText({ ...facts, places })).toContain(sentence);
});

it("gives the end in the organisation's time zone", () => {
  expect(goodFor("bo@example.com", "2026-11-28T23:30:00Z", "Europe/Berlin")).toBe(
    "Good for seven days, until 29 November 2026, 00:30, for bo@example.com only.",
  );
});

it.each([
  [[], "no team"],
  [
    [
      { team: "payments", role: "lead" },
      { team: "search", role: "member" },
    ],
    "Payments & Ledger (lead), Search",
  ],
] as const)("writes places in one line: %j", (places, line) => {
  expect(placesText(places, teams)).toBe(line);
});
