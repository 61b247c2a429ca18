import { expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import type { Person } from "@/lib/contracts/people";
import { personSentence } from "./person-sentence";

const teams = [
  { slug: "payments", name: "Payments" },
  { slug: "search", name: "Search" },
  { slug: "mail", name: "Mail" },
];
const mira = {
  name: "Mira",
  admin: false,
  executive: false,
  disabled: false,
  teams: [],
} as unknown as Person;
const lead = (team: string) => ({ team, role: "lead" as const });
const member = (team: string) => ({ team, role: "member" as const });

it.each<[Partial<Person>, string]>([
  [{}, "Mira is on no team."],
  [{ teams: [member("search")] }, "Mira is on Search."],
  [{ teams: [lead("payments"), member("search")] }, "Mira leads Payments and is on Search."],
  [{ teams: [lead("payments"), lead("search"), lead("mail")] }, "Mira leads Payments, Search and Mail."],
  [{ admin: true, teams: [member("gone")] }, "Mira, an admin, is on gone."],
  [{ admin: true, executive: true }, "Mira, an admin and an executive, is on no team."],
  [{ disabled: true, admin: true, teams: [lead("payments")] }, "Mira is disabled, and cannot sign in."],
])("%j", (change, sentence) => {
  expect(plainText(personSentence({ ...mira, ...change }, teams))).toBe(sentence);
});

it("leads to the teams", () => {
  const hrefs = personSentence({ ...mira, teams: [lead("payments")] }, teams).map(({ href }) => href);
  expect(hrefs).toContain("/teams/payments");
});
