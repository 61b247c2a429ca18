import { expect, it } from "vitest";
import { bothLinks, bothTexts } from "./merge-texts";

it.each([
  ["mine", "theirs", "mine\n\ntheirs"],
  ["mine", "", "mine"],
  ["", "theirs", "theirs"],
  ["the whole text", "whole", "the whole text"],
  ["whole", "the whole text", "the whole text"],
  ["שלום 🙃", "नमस्ते", "שלום 🙃\n\nनमस्ते"],
])("puts %j and %j together as %j", (yours, theirs, both) => {
  expect(bothTexts(yours, theirs)).toBe(both);
});

it("takes each address once, under my name for it", () => {
  const mine = [{ label: "mine", url: "https://a.example" }];
  const theirs = [
    { label: "theirs", url: "https://a.example" },
    { label: "other", url: "https://b.example" },
  ];
  expect(bothLinks(mine, theirs)).toEqual([mine[0], theirs[1]]);
});
