import { describe, expect, it } from "vitest";
import { attributionOf, type ShownOrigin, shownOrigin } from "./origin";

const ANA = { id: "a", name: "Ana" };
const BO = { id: "b", name: "Bo" };
const HERE: NonNullable<ShownOrigin> = {
  ...{ token: null, importedBy: null, importedAt: null, claimedBy: null, claimedSource: null },
};

describe("who gave an answer, in words (H1)", () => {
  it.each([
    ["a person, here", ANA, null, "Ana"],
    ["a token", ANA, { ...HERE, token: "ci" }, "Ana, by the token ci"],
    ["an import of nobody's word", BO, { ...HERE, importedBy: BO }, "imported by Bo"],
    ["somebody known here", ANA, { ...HERE, importedBy: BO }, "Ana; imported by Bo"],
    [
      "somebody who is not",
      BO,
      { ...HERE, importedBy: BO, claimedBy: "Ana Kirsch" },
      "says the file: Ana Kirsch; imported by Bo",
    ],
    [
      "a token elsewhere",
      BO,
      { ...HERE, importedBy: BO, claimedBy: "Ana", token: "ci" },
      "says the file: Ana, by the token ci; imported by Bo",
    ],
  ])("%s", (_, by, origin, words) => {
    const { before, name, after } = attributionOf(by, origin);
    expect(before + name + after).toBe(words);
  });

  it("a person's answer has no origin but the person", () => {
    const origin = {
      tokenName: null,
      importedBy: null,
      importedAt: null,
      claimedBy: null,
      claimedSource: null,
    };
    expect(shownOrigin({ source: "person", ...origin })).toBeNull();
    expect(shownOrigin({ source: "token", ...origin, tokenName: "ci" })).toMatchObject({ token: "ci" });
  });
});
