import { describe, expect, it } from "vitest";
import { missingFromAnswer } from "./answer-rules";
import type { Verdict } from "./vocabulary";

const link = { label: "a test", url: "https://example.com" };

describe("what an answer must carry", () => {
  it.each<[Verdict, boolean, string, unknown[], string | null]>([
    ["yes", false, "", [], null],
    ["yes", true, "", [], "evidence"],
    ["yes", true, "  \u200b", [], "evidence"],
    ["yes", true, "because we tried it", [], null],
    ["yes", true, "", [link], null],
    ["partly", true, "", [], null],
    ["no", true, "", [], null],
    ["unclear", true, "", [], null],
    ["not_applicable", false, "", [], "reason"],
    ["not_applicable", false, "", [link], "reason"],
    ["not_applicable", false, "we take no payments", [], null],
  ])(
    "%s, critical %s, reason %j, evidence %j: missing %s",
    (verdict, critical, reason, evidence, missing) => {
      const problems = missingFromAnswer({ verdict, reason, evidence }, { critical });
      expect(problems.map((each) => each.field)).toEqual(missing ? [missing] : []);
    },
  );
});
