import type { Operation } from "../operation";
import { token, tokenFilters, tokenNew } from "../people";
import { pageOf } from "../text";

/** Personal API tokens: `Authorization: Bearer`. */
export const tokensOperations = {
  listTokens: {
    method: "GET",
    path: "/api/v1/tokens",
    action: "token:list",
    on: "person_in_query",
    summary: "A person's tokens, newest first; ended ones are kept for 90 days",
    query: tokenFilters,
    status: 200,
    result: pageOf(token),
    refusals: [],
  },
  createToken: {
    method: "POST",
    path: "/api/v1/tokens",
    action: "token:create",
    on: "oneself",
    summary: "Make a token of one's own; it is told this once",
    body: tokenNew,
    status: 201,
    result: token,
    toldOnce: "secret",
    refusals: ["refused"],
  },
  endToken: {
    method: "DELETE",
    path: "/api/v1/tokens/:token",
    action: "token:end",
    on: "token",
    summary: "End a token",
    status: 204,
    refusals: [],
  },
} as const satisfies Record<string, Operation>;
