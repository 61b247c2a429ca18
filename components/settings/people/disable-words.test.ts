import { expect, it } from "vitest";
import { disableConsequences } from "./disable-words";

const bo = { name: "Bo", sessions: 0, tokens: 0, self: false };

it.each([
  [bo, undefined],
  [{ ...bo, sessions: 1 }, "Their 1 session ends at once."],
  [{ ...bo, sessions: 2 }, "Their 2 sessions end at once."],
  [{ ...bo, sessions: 1, tokens: 1 }, "Their 1 session and 1 API token end at once."],
  [{ ...bo, tokens: 3, self: true }, "Your 3 API tokens end at once."],
])("says what ends at once: %j", (ending, sentence) => {
  expect(disableConsequences(ending).find((each) => each.includes("at once.") && each.includes("end"))).toBe(
    sentence,
  );
});

it("says of others what they lose, and what stays", () => {
  expect(disableConsequences(bo)).toEqual([
    "Bo can no longer sign in.",
    "Invitations that they sent, and that nobody used yet, end too.",
    "What they answered stays, with the name beside it.",
    "An admin can enable them again, with the same rights and teams; tokens stay ended.",
  ]);
});

it("warns who would sign themselves out", () => {
  const said = disableConsequences({ ...bo, self: true });
  expect(said[0]).toBe("You are signed out at once.");
  expect(said.at(-1)).toContain("Another admin can enable you again");
});
