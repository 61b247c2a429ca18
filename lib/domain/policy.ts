import { type TokenScope, tokenAllows } from "./token-scopes";
import type { Lifecycle, Tier } from "./vocabulary";

/** Who acts: what the access table of the README asks of a person. */
export interface Actor {
  id: string;
  admin: boolean;
  executive: boolean;
  /** Team id → role there. */
  teams: Readonly<Record<string, "lead" | "member">>;
  /** What the API token in use is limited to; left out when a person is signed in. */
  scopes?: readonly TokenScope[];
}

/** Everything that can be done. An operation names one; what is not listed is not allowed. */
export const ACTIONS = [
  "organisation:read",
  "organisation:edit",
  "person:list",
  "person:read",
  "person:create",
  "person:edit",
  "person:edit_rights",
  "person:edit_self",
  "person:reauthenticate",
  "invitation:list",
  "invitation:create",
  "invitation:revoke",
  "session:list",
  "session:end",
  "token:list",
  "token:create",
  "token:end",
  "import:run",
  "example:load",
  "example:remove",
  "portfolio:read",
  "export:read",
  "events:listen",
  "presence:tell",
  "team:list",
  "team:read",
  "team:create",
  "team:edit",
  "team:delete",
  "team:edit_members",
  "service:list",
  "service:read",
  "service:create",
  "service:edit",
  "service:narrow",
  "service:retire",
  "service:move",
  "service:delete",
  "service:restore",
  "answer:save",
  "gap:list",
  "gap:plan",
  "gap:plan_many",
  "waiver:list",
  "waiver:ask",
  "waiver:decide",
  "waiver:withdraw",
  "waiver:revoke",
  "exposure:read",
  "model:read",
  "model:edit",
  "checklist:list",
  "checklist:read",
  "checklist:create",
  "checklist:edit",
  "checklist:publish",
  "checklist:move",
  "notification:list",
  "search:read",
  "launch:list",
  "launch:read",
  "launch:create",
  "launch:edit",
  "launch:dispose",
  "launch:note",
  "launch:name_signer",
  "launch:replace_signer",
  "launch:take_off_role",
  "launch:sign",
  "launch:overrule",
  "launch:close",
  "launch:close_without_go",
  "launch:review",
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * What an action is done to. `teamId` is the team that owns it; null where no team does.
 * `personId` is whose own it is, where it is somebody's.
 */
export interface PolicyResource {
  teamId: string | null;
  personId?: string;
  /** Of a launch: the teams of its services, who facilitates it, and who is named to sign it, deputies included. */
  launch?: { teamIds: readonly string[]; facilitatorId: string; signerIds: readonly string[] };
}

type Rule = (actor: Actor, resource: PolicyResource) => boolean;
const anyone: Rule = () => true;
const admin: Rule = (actor) => actor.admin;
const adminOrExecutive: Rule = (actor) => actor.admin || actor.executive;
const self: Rule = (actor, { personId }) => personId === actor.id;
const selfOrAdmin: Rule = (actor, resource) => actor.admin || self(actor, resource);
const roleIn = (actor: Actor, { teamId }: PolicyResource) => (teamId ? actor.teams[teamId] : undefined);
const lead: Rule = (actor, resource) => actor.admin || roleIn(actor, resource) === "lead";
const member: Rule = (actor, resource) => actor.admin || roleIn(actor, resource) !== undefined;

/** Members of a team of one of a launch's services, and who facilitates it (L1). */
const ofLaunch: Rule = (actor, { launch }) =>
  adminOrExecutive(actor, { teamId: null }) ||
  (launch !== undefined &&
    (launch.facilitatorId === actor.id || launch.teamIds.some((id) => actor.teams[id] !== undefined)));
/** Who is named to sign a launch, or as a deputy; for which role, the launch says. */
const signs: Rule = (actor, { launch }) => launch?.signerIds.includes(actor.id) ?? false;

const RULES: Record<Action, Rule> = {
  "organisation:read": anyone,
  "organisation:edit": admin,
  "person:list": anyone,
  "person:read": anyone,
  "person:create": admin,
  "person:edit": selfOrAdmin,
  "person:edit_rights": admin,
  "person:edit_self": self,
  "person:reauthenticate": self,
  "invitation:list": admin,
  "invitation:create": admin,
  "invitation:revoke": admin,
  "session:list": selfOrAdmin,
  "session:end": selfOrAdmin,
  "token:list": selfOrAdmin,
  "token:create": self,
  "token:end": selfOrAdmin,
  "import:run": admin,
  "example:load": admin,
  "example:remove": admin,
  "portfolio:read": anyone,
  "export:read": anyone,
  "events:listen": anyone,
  "presence:tell": anyone,
  "team:list": anyone,
  "team:read": anyone,
  "team:create": admin,
  "team:edit": lead,
  "team:delete": admin,
  "team:edit_members": admin,
  "service:list": anyone,
  "service:read": anyone,
  "service:create": lead,
  "service:edit": member,
  "service:narrow": lead,
  "service:retire": lead,
  "service:move": lead,
  "service:delete": lead,
  "service:restore": lead,
  "answer:save": member,
  "gap:list": anyone,
  "gap:plan": member,
  // which services of a list it may be done to, is asked of each
  "gap:plan_many": anyone,
  "waiver:list": anyone,
  "waiver:ask": member,
  // nobody decides what they asked for (L8): that is asked of the request
  "waiver:decide": adminOrExecutive,
  "waiver:withdraw": self,
  "waiver:revoke": adminOrExecutive,
  "exposure:read": anyone,
  "model:read": anyone,
  "model:edit": adminOrExecutive,
  "checklist:list": anyone,
  "checklist:read": anyone,
  "checklist:create": admin,
  "checklist:edit": admin,
  "checklist:publish": admin,
  "checklist:move": admin,
  "notification:list": anyone,
  "search:read": anyone,
  "launch:list": anyone,
  "launch:read": anyone,
  "launch:create": ofLaunch,
  "launch:edit": ofLaunch,
  "launch:dispose": ofLaunch,
  "launch:note": (actor, resource) => ofLaunch(actor, resource) || signs(actor, resource),
  "launch:name_signer": ofLaunch,
  "launch:replace_signer": adminOrExecutive,
  "launch:take_off_role": admin,
  "launch:sign": signs,
  "launch:overrule": (actor) => actor.executive,
  "launch:close": ofLaunch,
  "launch:close_without_go": adminOrExecutive,
  "launch:review": ofLaunch,
};

/**
 * Whether a person may do an action to a resource: the only place that knows. Unknown means no. With a token, what its
 * owner may and its scopes allow.
 */
export function can(actor: Actor, action: Action, resource: PolicyResource): boolean {
  if (actor.scopes && !tokenAllows(actor.scopes, action)) return false;
  return Object.hasOwn(RULES, action) && RULES[action](actor, resource);
}

/** The facts of a service that more than a member's right may be needed to change. */
export interface GuardedFacts {
  teamId: string;
  tier: Tier;
  lifecycle: Lifecycle;
  tags: readonly string[];
}

/**
 * What must be allowed, beyond `service:edit`, to change a service's facts: lowering a tier or dropping a tag
 * (which also needs a reason), retiring or bringing back, moving to another team (checked on both teams).
 */
export function rightsToChange(before: GuardedFacts, after: GuardedFacts): Action[] {
  const rights: Action[] = [];
  const dropped = before.tags.some((tag) => !after.tags.includes(tag));
  if (after.tier > before.tier || dropped) rights.push("service:narrow");
  if ((before.lifecycle === "retired") !== (after.lifecycle === "retired")) rights.push("service:retire");
  if (before.teamId !== after.teamId) rights.push("service:move");
  return rights;
}
