import { expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import { startWords } from "./start-words";

it.each([
  [
    0,
    0,
    "There is no team and no service here yet: bring those you have, from a Backstage catalogue or a spreadsheet.",
  ],
  [
    1,
    0,
    "1 team is here, and no service yet: bring those you have, from a Backstage catalogue or a spreadsheet.",
  ],
  [
    3,
    1204,
    "1,204 services of 3 teams are here: bring the rest from a Backstage catalogue or a spreadsheet.",
  ],
  [1, 1, "1 service of 1 team is here: bring the rest from a Backstage catalogue or a spreadsheet."],
])("%i teams and %i services", (teams, services, sentence) => {
  expect(plainText(startWords(teams, services))).toBe(sentence);
});
