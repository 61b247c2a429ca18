import { expect, it } from "vitest";
import { counted, listed } from "./words";

it("numbers with their nouns", () => {
  expect([counted(1, "second"), counted(15, "second"), counted(1204, "person", "people")]).toEqual([
    "1 second",
    "15 seconds",
    "1,204 people",
  ]);
});

it("words in a row", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed)).toEqual(["", "a", "a and b", "a, b and c"]);
});
