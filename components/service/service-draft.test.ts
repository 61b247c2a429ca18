import { expect, it } from "vitest";
import {
  bodyOfEdit,
  bodyOfNew,
  decidingTags,
  emptyDraft,
  missing,
  narrows,
  questionsAfter,
  type ServiceDraft,
  spelledTag,
  tagName,
} from "./service-draft";

const base: ServiceDraft = {
  name: "Checkout",
  team: "payments",
  tier: 2,
  lifecycle: "live",
  tags: ["payments", "public"],
  description: "",
  onCall: "",
  links: [],
  dependsOn: ["ledger"],
};

it("says what is missing before anything is sent", () => {
  expect(Object.keys(missing(emptyDraft("")))).toEqual(["name", "team", "tier"]);
  expect(missing(base)).toEqual({});
});

it("sends only what was changed, without the link rows that were left empty", () => {
  expect(bodyOfEdit(base, base)).toEqual({});
  const links = [
    { label: "", url: " " },
    { label: "Repo", url: "https://x.example" },
  ];
  expect(bodyOfEdit(base, { ...base, name: "Check-out", links })).toEqual({
    name: "Check-out",
    links: [links[1]],
  });
  expect(bodyOfNew({ ...base, links }, 1)).toMatchObject({
    tier: 1,
    links: [links[1]],
    dependsOn: ["ledger"],
  });
});

it.each<[string, Partial<ServiceDraft>, boolean]>([
  ["a lowered tier", { tier: 3 }, true],
  ["a raised tier", { tier: 1 }, false],
  ["a dropped tag", { tags: ["public"] }, true],
  ["an added tag", { tags: ["payments", "public", "ai"] }, false],
  ["another order of tags", { tags: ["public", "payments"] }, false],
  ["retiring", { lifecycle: "retired" }, false],
])("asks for a reason after %s: %j → %s", (_, change, expected) => {
  expect(narrows(base, { ...base, ...change })).toBe(expected);
});

const questions = [
  { upToTier: 4, tags: [], called: "Runbook" },
  { upToTier: 2, tags: [], called: "Load test" },
  { upToTier: 4, tags: ["public"], called: "Rate limits" },
  { upToTier: 4, tags: ["ai"], called: "Prompts" },
  { upToTier: 2, tags: ["personal_data", "public"], called: "Consent" },
] as const;

it("counts the questions that leave and join", () => {
  expect(questionsAfter(questions, base, { ...base, tier: 3, tags: ["ai"] })).toEqual({
    asked: 2,
    leaving: 3,
    joining: 1,
  });
  expect(questionsAfter(questions, emptyDraft("a"), emptyDraft("a"))).toEqual({
    asked: 0,
    leaving: 0,
    joining: 0,
  });
});

it("knows the tags that decide which questions are asked, and what each asks at a tier", () => {
  const called = (tier: 2 | 4 | null) => decidingTags(questions, tier).map(({ tag, asks }) => [tag, ...asks]);
  expect(called(2)).toEqual([
    ["public", "Rate limits", "Consent"],
    ["ai", "Prompts"],
    ["personal_data", "Consent"],
  ]);
  expect(called(4)).toEqual([["public", "Rate limits"], ["ai", "Prompts"], ["personal_data"]]);
  expect(called(null)).toEqual(called(2));
  expect(decidingTags([], 1)).toEqual([]);
});

it.each([
  [" Personal  data", "personal_data"],
  ["AI", "ai"],
  ["eu ", "eu"],
])("spells %j as the tag that decides about questions, %j, if it is one", (typed, tag) => {
  expect(spelledTag(decidingTags(questions, 1), typed)).toBe(tag);
});

it.each([
  ["personal_data", "Personal data"],
  ["ai", "AI"],
])("calls the tag %s %s", (tag, name) => {
  expect(tagName(tag)).toBe(name);
});
