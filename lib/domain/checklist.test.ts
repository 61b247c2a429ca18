import { expect, it } from "vitest";
import { questionTitle } from "./checklist";

it.each([
  ["Alert before users notice", "Alert before users notice"],
  ["", "We know first."],
  [" \u200b", "We know first."],
  [undefined, "We know first."],
])("a question titled %j is called %s", (title, called) => {
  expect(questionTitle({ title, text: "We know first." })).toBe(called);
});
