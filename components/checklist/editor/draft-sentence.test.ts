import { expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import type { QuestionDraft } from "@/lib/contracts/checklists";
import { draftSentence } from "./draft-sentence";
import { withNew } from "./draft-state";

const list = (...texts: string[]) =>
  texts.reduce<QuestionDraft[]>((all, text) => withNew(all, "traffic", text, new Set()).questions, []);
const say = (basedOn: number | null, base: QuestionDraft[], now: QuestionDraft[]) =>
  draftSentence({ checklist: "c", version: 3, basedOn }, base, now);
const [a, b, c] = list("A.", "B.", "C.") as [QuestionDraft, QuestionDraft, QuestionDraft];

it.each([
  [[a, b], [a, b], "the same as version 2 so far"],
  [[a], [a, b, c], "2 questions added"],
  [[a, b], [a], "1 question retired"],
  [[a, b], [b, a], "1 question moved"],
  [
    [a, b],
    [
      { ...a, weight: 5 },
      { ...b, weight: 5 },
    ],
    "2 questions changed",
  ],
  [[a, b], [{ ...a, weight: 5 }, c], "1 question added, 1 retired, 1 changed"],
])("says what differs from the version before", (base, now, words) => {
  expect(plainText(say(2, base, now))).toBe(`Draft of version 3: ${words}; no service uses it yet.`);
});

it("leads to the comparison, where there is something to compare", () => {
  expect(say(2, [a], [a, b])[1]?.href).toBe("/checklists/c/versions/3/comparison?with=2");
  expect(plainText(say(null, [], [a]))).toBe("Draft of version 3: 1 question; no service uses it yet.");
});
