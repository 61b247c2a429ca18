import { expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import { profileSentence } from "./profile-words";

const ana = { name: "Ana", admin: false, executive: false, teams: 0, leads: 0 };

it.each([
  [ana, "You are Ana, on no team yet."],
  [{ ...ana, teams: 1 }, "You are Ana, on 1 team."],
  [{ ...ana, teams: 3, leads: 1 }, "You are Ana, on 3 teams, lead of 1 of them."],
  [{ ...ana, admin: true, teams: 1, leads: 1 }, "You are Ana, an admin, lead of 1 team."],
  [{ ...ana, admin: true, executive: true }, "You are Ana, an admin and an executive, on no team yet."],
])("%j", (who, sentence) => {
  expect(plainText(profileSentence(who))).toBe(sentence);
});
