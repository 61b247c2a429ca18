import { expect, it } from "vitest";
import { draftOver } from "@/lib/client/assessment/draft";
import { NOTHING_LOCAL } from "@/lib/client/assessment/local";
import type { SaveState } from "@/lib/client/assessment/save-state";
import { anAnswer } from "@/lib/client/assessment/testing-questions";
import { saveWords } from "./save-words";

const draft = draftOver(anAnswer());
const words = (state: SaveState) => saveWords({ ...NOTHING_LOCAL, draft, state }, 3, 10_000).text;

it("says that nothing is left to save, or that nobody has answered", () => {
  expect(saveWords(NOTHING_LOCAL, 3, 0)).toEqual({ text: "Saved", tone: "quiet" });
  expect(saveWords(NOTHING_LOCAL, 0, 0).text).toBe("Not answered yet");
});

it.each<[SaveState, string]>([
  [{ kind: "saving" }, "Saving …"],
  [
    { kind: "incomplete", problems: [{ field: "reason", message: "Say why." }] },
    "Kept here, not saved yet. Say why.",
  ],
  [{ kind: "retrying", at: 13_500, attempt: 2, message: "Away." }, "Not saved: trying again in 4 s. Away."],
  [{ kind: "retrying", at: 9_000, attempt: 2, message: "Away." }, "Not saved: trying again now. Away."],
  [{ kind: "signed_out" }, "Not saved: you were signed out. Your text is kept."],
  [{ kind: "refused", message: "It was deleted." }, "Not saved: It was deleted. Your text is kept here."],
])("of %j says %s", (state, text) => {
  expect(words(state)).toBe(text);
});
