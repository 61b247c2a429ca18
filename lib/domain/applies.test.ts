import { describe, expect, it } from "vitest";
import { applies } from "./applies";
import { canonicalTag, TIERS, type Tier } from "./vocabulary";

describe("S1: a question applies by tier and tags", () => {
  it.each<[Tier, Tier, boolean]>(
    TIERS.flatMap((tier) =>
      TIERS.map((upToTier): [Tier, Tier, boolean] => [tier, upToTier, tier <= upToTier]),
    ),
  )("a tier %i service is asked a question up to tier %i: %s", (tier, upToTier, expected) => {
    expect(applies({ upToTier, tags: [] }, { tier, tags: [] })).toBe(expected);
  });

  it.each<[string[], string[], boolean]>([
    [[], [], true],
    [[], ["payments"], true],
    [["payments"], [], false],
    [["payments"], ["payments"], true],
    [["payments"], ["uploads"], false],
    [["payments", "uploads"], ["uploads", "ai"], true],
    [["payments"], ["Payments"], false],
  ])("tags %j of the question and %j of the service: %s", (question, service, expected) => {
    expect(applies({ upToTier: 4, tags: question }, { tier: 1, tags: service })).toBe(expected);
  });

  it("needs both: a shared tag does not lift the tier limit", () => {
    expect(applies({ upToTier: 2, tags: ["ai"] }, { tier: 3, tags: ["ai"] })).toBe(false);
  });
});

describe("tags are kept in the checklist's spelling", () => {
  it.each([
    ["Payments", "payments"],
    [" personal data ", "personal_data"],
    ["Personal-Data", "personal_data"],
    ["AI", "ai"],
    ["Paiements", "Paiements"],
    ["AIR", "AIR"],
  ])("%j → %j", (typed, kept) => {
    expect(canonicalTag(typed)).toBe(kept);
  });
});
