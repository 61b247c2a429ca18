import { describe, expect, it } from "vitest";
import { ACTIONS, type Action } from "./policy";
import { scopeNeeded, TOKEN_SCOPES, type TokenScope, tokenAllows } from "./token-scopes";

describe("what a token may be used for", () => {
  it.each<[Action, TokenScope | null]>([
    ["organisation:read", "read"],
    ["person:list", "read"],
    ["invitation:list", "read"],
    ["gap:list", "read"],
    ["export:read", "read"],
    ["events:listen", "read"],
    ["answer:save", "answer"],
    ["gap:plan", "answer"],
    ["presence:tell", "answer"],
    ["service:create", "manage"],
    ["person:edit", "manage"],
    ["person:edit_rights", "manage"],
    ["import:run", "manage"],
    ["person:edit_self", null],
    ["session:list", null],
    ["session:end", null],
    ["token:list", null],
    ["token:create", null],
    ["token:end", null],
  ])("%s takes %s", (action, needed) => {
    expect(scopeNeeded(action)).toBe(needed);
    for (const scope of TOKEN_SCOPES) expect(tokenAllows([scope], action)).toBe(scope === needed);
    expect(tokenAllows(TOKEN_SCOPES, action)).toBe(needed !== null);
    expect(tokenAllows([], action)).toBe(false);
  });

  it("nothing that changes something takes the scope to read", () => {
    const read = ACTIONS.filter((action) => scopeNeeded(action) === "read");
    expect(read.filter((action) => !/:(?:list|read|listen)$/.test(action))).toEqual([]);
    expect(read.length).toBeGreaterThan(10);
  });
});
