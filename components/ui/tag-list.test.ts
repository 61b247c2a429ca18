import { expect, it } from "vitest";
import { addTags } from "./tag-list";

it("parts what was pasted at commas and line breaks, without doubles and empty ones", () => {
  expect(addTags(["a"], " b, a,,\nc\n")).toEqual(["a", "b", "c"]);
});

it("leaves out what the caller refuses", () => {
  const short = (piece: string) => (piece.length > 3 ? "" : piece.toUpperCase());
  expect(addTags(["OLD"], "ai,payments", short)).toEqual(["OLD", "AI"]);
});
