import { describe, expect, it } from "vitest";
import type { Token } from "@/lib/contracts/people";
import { curlExample, scopesText, tokenState, tokensInOrder, tokensSentence } from "./token-words";

const NOW = "2026-11-21T12:00:00Z";
const token = (id: string, expiresAt: string, endedAt: string | null = null) =>
  ({ id, expiresAt, endedAt }) as Token;
const soon = token("soon", "2026-11-30T23:30:00Z");
const late = token("late", "2027-02-01T00:00:00Z");
const expired = token("expired", "2026-11-21T12:00:00Z");
const ended = token("ended", "2027-02-01T00:00:00Z", "2026-11-20T00:00:00Z");

it.each([
  [soon, "in force"],
  [expired, "expired"],
  [ended, "ended"],
])("a token is in force until it expires or is ended: %#", (each, state) => {
  expect(tokenState(each, NOW)).toBe(state);
});

it("lists the next to end first, and what is over apart, the latest first", () => {
  const { inForce, over } = tokensInOrder([late, ended, expired, soon], NOW);
  expect(inForce.map(({ id }) => id)).toEqual(["soon", "late"]);
  expect(over.map(({ id }) => id)).toEqual(["expired", "ended"]);
});

describe("tokens in a sentence", () => {
  it.each([
    [[], null, "You have no API token in force."],
    [[ended], "Bo", "Bo has no API token in force."],
    [[soon, expired], null, "You have 1 API token; it ends on 1 December 2026."],
    [[late, soon], null, "You have 2 API tokens; the next one ends on 1 December 2026."],
  ])("%#", (tokens, name, sentence) => {
    expect(tokensSentence(tokens, NOW, "Europe/Berlin", name)).toBe(sentence);
  });
});

it.each([
  [["read"], "Read"],
  [["read", "answer"], "Read and answer"],
  [["read", "answer", "manage"], "Read, answer and manage"],
] as const)("writes scopes in words: %j", (scopes, words) => {
  expect(scopesText(scopes)).toBe(words);
});

it.each([
  [["read", "manage"], 'curl -H "Authorization: Bearer s" https://p.example/api/v1/services'],
  [["answer"], "/api/v1/services/SERVICE/answers/QUESTION"],
  [["manage"], "https://p.example/api/v1/teams"],
] as const)("shows a call that the scopes %j allow", (scopes, part) => {
  expect(curlExample("https://p.example", "s", scopes)).toContain(part);
});
