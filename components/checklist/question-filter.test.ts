import { describe, expect, it } from "vitest";
import { matchesFilter, questionsHref, readQuestionFilter, tagsOf, withTag } from "./question-filter";

const known = ["payments", "personal_data"];

it.each([
  [{}, { tier: null, tags: [] }],
  [
    { tier: "2", tag: "personal_data" },
    { tier: 2, tags: ["personal_data"] },
  ],
  [
    { tier: ["3", "1"], tag: ["personal_data", "payments", "none"] },
    { tier: 3, tags: known },
  ],
  [{ tier: "5" }, { tier: null, tags: [] }],
])("reads %j", (params, filter) => {
  expect(readQuestionFilter(params, known)).toEqual(filter);
});

it("writes the address that it reads", () => {
  const filter = { tier: 2, tags: known } as const;
  const href = questionsHref("/page", filter);
  expect(href).toBe("/page?tier=2&tag=payments&tag=personal_data");
  expect(questionsHref("/page", { tier: null, tags: [] })).toBe("/page");
});

it("puts a tag in and takes it out", () => {
  const one = withTag({ tier: null, tags: ["public"] }, "payments");
  expect(one.tags).toEqual(["payments", "public"]);
  expect(withTag(one, "public").tags).toEqual(["payments"]);
});

it("knows the tags that are asked about", () => {
  expect(
    tagsOf([
      { upToTier: 4, tags: ["b", "a"] },
      { upToTier: 4, tags: ["a"] },
    ]),
  ).toEqual(["a", "b"]);
});

describe("which questions are asked", () => {
  const everywhere = { upToTier: 4, tags: [] } as const;
  const critical = { upToTier: 1, tags: [] } as const;
  const tagged = { upToTier: 3, tags: ["payments"] } as const;
  it.each([
    ["all without a filter", null, [], true, true, true],
    ["by tier", 2, [], true, false, false],
    ["by tier and tag", 3, ["payments"], true, false, true],
    ["by tag alone: as if critical", null, ["payments"], true, true, true],
    ["a tier that is too low for the tag", 4, ["payments"], true, false, false],
  ] as const)("%s", (_, tier, tags, a, b, c) => {
    expect([everywhere, critical, tagged].map((each) => matchesFilter(each, { tier, tags }))).toEqual([
      a,
      b,
      c,
    ]);
  });
});
