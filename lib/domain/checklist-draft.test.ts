import { expect, it } from "vitest";
import { aQuestion } from "../testing/questions";
import { draftMeaning, draftProblems, type KnownMeaning, publicationProblems } from "./checklist-draft";

const known = new Map<string, KnownMeaning>([
  ["asked", { based: 1, highest: 1 }],
  ["asked-twice", { based: 1, highest: 2 }],
  ["changed", { based: 3, highest: 3 }],
]);

it.each<[string, { key: string; meaning?: number }[], string[]]>([
  ["keys once each", [{ key: "asked" }, { key: "new" }], []],
  ["a key twice", [{ key: "a" }, { key: "b" }, { key: "a" }], ["questions.2.key"]],
  ["a key three times", [{ key: "a" }, { key: "a" }, { key: "a" }], ["questions.1.key", "questions.2.key"]],
  ["a higher meaning", [{ key: "asked", meaning: 7 }], []],
  ["the meaning of before", [{ key: "changed", meaning: 2 }], ["questions.0.meaning"]],
  ["no meaning where it was 3", [{ key: "changed" }], ["questions.0.meaning"]],
  ["a question that nobody asked yet, imported with a past", [{ key: "new", meaning: 4 }], []],
])("a draft with %s", (_, questions, fields) => {
  expect(draftProblems(questions, known).map((problem) => problem.field)).toEqual(fields);
});

it.each([
  ["kept", { key: "asked", meaning: 1 }, 1],
  ["raised", { key: "asked", meaning: 2 }, 2],
  ["raised by more than one", { key: "asked", meaning: 9 }, 2],
  ["raised where another version used the next number", { key: "asked-twice", meaning: 2 }, 3],
  ["left out", { key: "asked-twice" }, 1],
  ["of a question that no version has", { key: "new", meaning: 4 }, 4],
])("a meaning that is %s", (_, question, meaning) => {
  expect(draftMeaning(question, known)).toBe(meaning);
});

const whole = aQuestion({ costs: [{ cost: "data_loss", incidentsPerYear: 1, because: "" }] });

it.each([
  ["a whole question", [whole], []],
  ["no question", [], ["questions"]],
  ["a gap without a cost", [whole, { ...whole, costs: [] }], ["questions.1.costs"]],
  ["no text", [{ ...whole, text: " \u200b" }], ["questions.0.text"]],
  [
    "no words at all",
    [{ ...whole, why: "", convincing: "", howToFix: "" }],
    ["questions.0.why", "questions.0.convincing", "questions.0.howToFix"],
  ],
])("publishing %s", (_, questions, fields) => {
  expect(publicationProblems(questions).map((problem) => problem.field)).toEqual(fields);
});
