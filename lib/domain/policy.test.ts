import { describe, expect, it } from "vitest";
import { ACTIONS, type Action, type Actor, can, type GuardedFacts, rightsToChange } from "./policy";

const actor = (some: Partial<Actor> = {}): Actor => ({
  id: "p",
  admin: false,
  executive: false,
  teams: {},
  ...some,
});
type ActorScopes = NonNullable<Actor["scopes"]>;
const ROLES: Record<string, Actor> = {
  admin: actor({ admin: true }),
  executive: actor({ executive: true }),
  lead: actor({ teams: { own: "lead" } }),
  member: actor({ teams: { own: "member" } }),
  other: actor({ teams: { another: "lead" } }),
};
const READ: Action[] = [
  "organisation:read",
  "person:list",
  "person:read",
  "team:list",
  "team:read",
  "service:list",
  "service:read",
  "gap:list",
  "gap:plan_many",
  "waiver:list",
  "exposure:read",
  "model:read",
  "portfolio:read",
  "export:read",
  "events:listen",
  "presence:tell",
  "checklist:list",
  "checklist:read",
  "notification:list",
  "search:read",
  "launch:list",
  "launch:read",
];
/** What nobody does for somebody else, not even an admin. */
const ONE_S_OWN: Action[] = ["person:edit_self", "person:reauthenticate", "token:create", "waiver:withdraw"];
/** What is done to launches by members of the teams of their services, who facilitates them, and who leads the whole. */
const OF_LAUNCH: Action[] = [
  ...(["launch:create", "launch:edit", "launch:dispose", "launch:note"] as const),
  ...(["launch:name_signer", "launch:close", "launch:review"] as const),
];
/** For who is named on a launch, or holds a right that an admin does not bring. */
const NOT_ADMIN: Action[] = [...ONE_S_OWN, "launch:sign", "launch:overrule"];
const ALLOWED: Record<string, Action[]> = {
  admin: ACTIONS.filter((action) => !NOT_ADMIN.includes(action)),
  executive: [
    ...[...READ, ...OF_LAUNCH, ...(["model:edit", "waiver:decide", "waiver:revoke"] as const)],
    ...(["launch:replace_signer", "launch:close_without_go", "launch:overrule"] as const),
  ],
  lead: [
    ...READ,
    "team:edit",
    "service:create",
    "service:edit",
    "service:narrow",
    "service:retire",
    "service:move",
    "service:delete",
    "service:restore",
    "answer:save",
    "gap:plan",
    "waiver:ask",
  ],
  member: [...READ, "service:edit", "answer:save", "gap:plan", "waiver:ask"],
  other: READ,
};

describe("the access table", () => {
  it.each(Object.keys(ROLES).flatMap((role) => ACTIONS.map((action) => [role, action] as const)))(
    "%s, %s on a team's service",
    (role, action) => {
      const allowed = ALLOWED[role]?.includes(action);
      expect(can(ROLES[role] as Actor, action, { teamId: "own" })).toBe(allowed);
    },
  );

  it.each(OF_LAUNCH)("%s, for members of the teams of its services and who facilitates it", (action) => {
    const launch = { teamIds: ["own", "second"], facilitatorId: "f", signerIds: ["s"] };
    const may = (some: Partial<Actor>) => can(actor(some), action, { teamId: null, launch });
    expect(may({ teams: { second: "member" } })).toBe(true);
    expect(may({ id: "f" })).toBe(true);
    expect(may({ teams: { another: "lead" } })).toBe(false);
    expect(may({ id: "s" })).toBe(action === "launch:note");
  });

  it("signing is for who is named, and for no admin", () => {
    const launch = { teamIds: ["own"], facilitatorId: "f", signerIds: ["s"] };
    const may = (some: Partial<Actor>) => can(actor(some), "launch:sign", { teamId: null, launch });
    expect(may({ id: "s" })).toBe(true);
    expect(may({ id: "f", admin: true, executive: true, teams: { own: "lead" } })).toBe(false);
  });

  it.each<Action>([...ONE_S_OWN, "person:edit", "session:list", "session:end", "token:list", "token:end"])(
    "%s on what is one's own",
    (action) => {
      expect(can(actor(), action, { teamId: null, personId: "p" })).toBe(true);
      expect(can(actor(), action, { teamId: null, personId: "somebody else" })).toBe(false);
      expect(can(actor(), action, { teamId: null })).toBe(false);
    },
  );

  it.each<[Action, ActorScopes, boolean]>([
    ["service:read", ["read"], true],
    ["service:read", ["answer", "manage"], false],
    ["answer:save", ["answer"], true],
    ["answer:save", ["read", "manage"], false],
    ["organisation:edit", ["manage"], true],
    ["organisation:edit", ["read", "answer"], false],
    ["token:create", ["read", "answer", "manage"], false],
    ["waiver:ask", ["answer"], true],
    ["waiver:withdraw", ["answer"], true],
    ["waiver:decide", ["read", "answer", "manage"], false],
    ["waiver:revoke", ["read", "answer", "manage"], false],
  ])("an admin's token, %s with %j: %s", (action, scopes, allowed) => {
    expect(can(actor({ admin: true, scopes }), action, { teamId: null, personId: "p" })).toBe(allowed);
  });

  it("a token never has more rights than its owner", () => {
    const scopes: ActorScopes = ["read", "answer", "manage"];
    expect(can(actor({ scopes }), "organisation:edit", { teamId: null })).toBe(false);
    expect(can(actor({ scopes }), "answer:save", { teamId: "own" })).toBe(false);
  });

  it("says no to what it does not know", () => {
    expect(can(ROLES.admin as Actor, "toString" as Action, { teamId: null })).toBe(false);
    expect(can(ROLES.admin as Actor, "service:fly" as Action, { teamId: null })).toBe(false);
  });
});

describe("facts that need more than a member's right", () => {
  const before: GuardedFacts = { teamId: "own", tier: 2, lifecycle: "live", tags: ["payments"] };
  it.each<[string, Partial<GuardedFacts>, Action[]]>([
    ["nothing", {}, []],
    ["a more critical tier", { tier: 1 }, []],
    ["a lowered tier", { tier: 3 }, ["service:narrow"]],
    ["another tag", { tags: ["payments", "ai"] }, []],
    ["a dropped tag", { tags: ["ai"] }, ["service:narrow"]],
    ["another lifecycle", { lifecycle: "launching" }, []],
    ["retired", { lifecycle: "retired" }, ["service:retire"]],
    ["another team", { teamId: "another" }, ["service:move"]],
    [
      "all of it",
      { tier: 4, lifecycle: "retired", teamId: "another" },
      ["service:narrow", "service:retire", "service:move"],
    ],
  ])("%s", (_, change, expected) => {
    expect(rightsToChange(before, { ...before, ...change })).toEqual(expected);
  });
});
