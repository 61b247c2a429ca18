import { expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import { questions } from "@/prisma/checklists/production-readiness/concurrency";
import { inWords, kindOf, versionSentence, worstSentence } from "./version-sentence";

const two = [
  {
    area: "traffic",
    upToTier: 4,
    tags: [],
    critical: false,
    costs: [{ cost: "data_loss", incidentsPerYear: 1.6, because: "" }],
  },
  { area: "rollback", upToTier: 2, tags: ["payments"], critical: true, costs: [] },
] as const;
const say = (tier: 1 | 2 | 3 | 4 | null, tags: string[] = []) =>
  plainText(versionSentence(two, { tier, tags }, "/p"));

it("says what a version asks, and of whom", () => {
  expect(say(null)).toBe(
    "2 questions in two areas; an experimental service is asked one of them, a critical one up to all 2.",
  );
  expect(plainText(versionSentence([], { tier: null, tags: [] }, "/p"))).toBe(
    "This version asks nothing yet.",
  );
  expect(plainText(versionSentence(questions, { tier: null, tags: [] }, "/p"))).toContain("in one area;");
});

it("says what a kind of service is asked", () => {
  expect(say(2, ["payments"])).toBe(
    "A tier 2 service (important) with payments is asked 2 of 2 questions; one of them is critical.",
  );
  expect(say(4)).toBe("A tier 4 service (experimental) is asked 1 of 2 questions; none of them is critical.");
  expect(say(null, ["payments"])).toBe(
    "A service with payments is asked up to 2 of 2 questions; one of them is critical.",
  );
});

it("says what it would cost to have nothing of it", () => {
  expect(worstSentence(two, { tier: null, tags: [] })).toBe(
    "With everything open, a tier 1 service with every tag expects about 2 incidents a year.",
  );
});

it("writes kinds of service and small numbers as people say them", () => {
  expect(kindOf({ tier: 1, tags: ["a", "personal_data", "c"] })).toBe(
    "a tier 1 service (critical) with a, personal data and c",
  );
  expect([inWords(10), inWords(11), inWords(1204)]).toEqual(["ten", "11", "1,204"]);
});
