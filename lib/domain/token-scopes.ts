import type { Action } from "./policy";

/** What an API token may be used for; never more than its owner may. */
export const TOKEN_SCOPES = ["read", "answer", "manage"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What each scope is for, in the words of the screen. */
export const TOKEN_SCOPE_TEXT: Record<TokenScope, { name: string; means: string }> = {
  read: { name: "Read", means: "everything that its owner sees" },
  answer: { name: "Answer", means: "save and confirm answers, plan gaps" },
  manage: { name: "Manage", means: "teams, services, people and settings, as far as its owner may" },
};

const ANSWER: readonly Action[] = ["answer:save", "gap:plan"];

/** Whether a token of these scopes may be used for an action at all. Tokens never make tokens or change passwords. */
export function tokenAllows(scopes: readonly string[], action: Action): boolean {
  if (action.startsWith("token:") || action.startsWith("session:") || action === "person:edit_self")
    return false;
  if (/:(?:read|list)$/.test(action)) return scopes.includes("read");
  return scopes.includes(ANSWER.includes(action) ? "answer" : "manage");
}
