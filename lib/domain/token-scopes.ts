import type { Action } from "./policy";

/** What an API token may be used for; never more than its owner may. */
export const TOKEN_SCOPES = ["read", "answer", "manage"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** For how many days after its end a token is still listed. */
export const TOKEN_KEPT_DAYS = 90;

/** What each scope is for, in the words of the screen. */
export const TOKEN_SCOPE_TEXT: Record<TokenScope, { name: string; means: string }> = {
  read: { name: "Read", means: "everything that its owner sees" },
  answer: { name: "Answer", means: "save and confirm answers, plan gaps, ask for waivers" },
  manage: { name: "Manage", means: "teams, services, people and settings, as far as its owner may" },
};

const ANSWER: ReadonlySet<string> = new Set<Action>([
  "answer:save",
  "gap:plan",
  "gap:plan_many",
  "waiver:ask",
  "waiver:withdraw",
  "presence:tell",
  "launch:note",
]);
/**
 * What only a person does who is signed in: a token makes no tokens, ends no sessions, changes no passwords and decides no
 * waivers; it plans launches and adds notes to them, and decides nothing there either (L3).
 */
const NEVER =
  /^(?:token|session):|^person:(?:edit_self|reauthenticate)$|^waiver:(?:decide|revoke)$|^launch:(?:dispose|name_signer|replace_signer|take_off_role|sign|overrule|close|close_without_go|review)$/;
const READ = /:(?:read|list|listen)$/;

/** The scope that a token needs for an action; null where no token will do. */
export function scopeNeeded(action: Action): TokenScope | null {
  if (NEVER.test(action)) return null;
  if (READ.test(action)) return "read";
  return ANSWER.has(action) ? "answer" : "manage";
}

/** Whether a token of these scopes may be used for an action at all. */
export function tokenAllows(scopes: readonly TokenScope[], action: Action): boolean {
  const needed = scopeNeeded(action);
  return needed !== null && scopes.includes(needed);
}
