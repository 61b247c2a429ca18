import { expect, it } from "vitest";
import { questionNumbers } from "./question-number";

it("numbers questions by area and place within it, whatever order the areas come in", () => {
  const numbers = questionNumbers([
    { key: "a", area: "traffic" },
    { key: "b", area: "concurrency" },
    { key: "c", area: "traffic" },
  ]);
  expect([...numbers]).toEqual([
    ["a", "5.1"],
    ["b", "1.1"],
    ["c", "5.2"],
  ]);
});
