import { expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import { checklistsSentence } from "./list-sentence";

const version = (number: number, services: number, status: "draft" | "published" = "published") => ({
  version: number,
  status,
  publishedAt: null,
  note: "",
  questions: 55,
  services,
});
const list = (...versions: ReturnType<typeof version>[]) => ({ checklist: "c", name: "C", versions });

it.each([
  [[], "There is no checklist yet."],
  [[list(version(1, 9))], "Version 1 asks 55 questions of 9 services."],
  [[list(version(2, 4), version(1, 5))], "Version 2 asks 55 questions of 4 of 9 services."],
  [[list(version(3, 0, "draft"), version(2, 9))], "Version 2 asks 55 questions of 9 services."],
  [
    [list(version(3, 0, "draft"), version(2, 0), version(1, 24))],
    "Version 1 asks 55 questions of 24 services; no service has moved to version 2 yet.",
  ],
  [[list(version(1, 0))], "Version 1 asks 55 questions; no service uses it yet."],
  [[list(version(1, 0, "draft"))], "1 checklist in 1 version."],
  [[list(version(1, 1)), list(version(1, 1), version(2, 1))], "2 checklists in 3 versions."],
])("says which questions are asked", (checklists, text) => {
  expect(plainText(checklistsSentence(checklists))).toBe(text);
});
