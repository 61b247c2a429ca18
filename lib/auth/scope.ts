import "server-only";
import { AppError } from "../domain/errors";
import { type Action, can } from "../domain/policy";
import { scopeNeeded } from "../domain/token-scopes";
import type {
  LaunchResource,
  OrganisationResource,
  PersonResource,
  Resource,
  ServiceResource,
  TeamResource,
  TokenResource,
  WaiverResource,
} from "./resources";
import type { Viewer } from "./viewer";

type ServiceAction =
  | Exclude<
      Extract<Action, `service:${string}` | `answer:${string}` | `gap:${string}` | `presence:${string}`>,
      "service:list" | "service:create" | "gap:list" | "gap:plan_many"
    >
  | "waiver:ask";
type WaiverAction = Exclude<Extract<Action, `waiver:${string}`>, "waiver:list" | "waiver:ask">;
type TeamAction = Exclude<Extract<Action, `team:${string}`>, "team:list" | "team:create"> | "service:create";
type LaunchAction = Exclude<Extract<Action, `launch:${string}`>, "launch:list">;
type PersonAction =
  | "person:read"
  | "person:reauthenticate"
  | Extract<Action, `person:edit${string}` | `session:${string}`>
  | "token:list"
  | "token:create";

/** The kind of resource that an action is done to. */
export type ResourceOf<A extends Action> = A extends ServiceAction
  ? ServiceResource
  : A extends TeamAction
    ? TeamResource
    : A extends PersonAction
      ? PersonResource
      : A extends LaunchAction
        ? LaunchResource
        : A extends "token:end"
          ? TokenResource
          : A extends WaiverAction
            ? WaiverResource
            : OrganisationResource;

declare const minted: unique symbol;

/**
 * Proof that somebody may do one action to one resource. Only authorize() makes it; commands and queries take their
 * ids from it and from nowhere else.
 */
export interface Scope<A extends Action = Action> {
  readonly [minted]: A;
  readonly action: A;
  readonly viewer: Viewer;
  readonly resource: ResourceOf<A>;
  /** Names the request in log lines and audit events. */
  readonly requestId: string;
}

const NOT_ALLOWED = "You may read this, but not change it: ask a lead of the team or an admin.";
const NOT_OF_LAUNCH: Partial<Record<Action, string>> = {
  "launch:sign":
    "Only the people named for a role of this launch, or their deputies, can sign it. Whoever plans it can name you.",
  "launch:overrule": "Only an executive overrules a no-go.",
};
const OTHER_OF_LAUNCH =
  "You may read this launch. Members of the teams of its services, its facilitator, admins and executives change it.";
const ADMINS_ONLY = "Only an admin or the person it belongs to can do this.";

const OF_WAIVERS =
  "Only an admin or executive can decide or revoke a waiver. Only the person who asked for one can withdraw it.";

/** Why not, in words: a token that lacks a scope is told which. */
function refusalOf({ actor, token }: Viewer, action: Action, target: Resource): string {
  const { scopes: _, ...owner } = actor;
  if (token && can(owner, action, target)) {
    const needed = scopeNeeded(action);
    return needed
      ? `This token lacks the scope "${needed}".`
      : "Tokens cannot do this: sign in and do it there.";
  }
  if (target.kind === "waiver") return OF_WAIVERS;
  if (target.kind === "launch") return NOT_OF_LAUNCH[action] ?? OTHER_OF_LAUNCH;
  return target.kind === "person" || target.kind === "token" ? ADMINS_ONLY : NOT_ALLOWED;
}

/**
 * Mints the proof, or refuses.
 * @throws AppError not_signed_in without a viewer, forbidden when the policy says no
 */
export function authorize<A extends Action>(
  viewer: Viewer | null,
  action: A,
  resource: ResourceOf<A>,
  requestId: string,
): Scope<A> {
  if (!viewer)
    throw new AppError("not_signed_in", {
      message: "Sign in first, then try again.",
    });
  const target: Resource = resource;
  if (!can(viewer.actor, action, target)) {
    throw new AppError("forbidden", { message: refusalOf(viewer, action, target) });
  }
  return { action, viewer, resource, requestId } as Scope<A>;
}
