import "server-only";
import { AppError } from "../domain/errors";
import { type Action, can } from "../domain/policy";
import type { OrganisationResource, Resource, ServiceResource, TeamResource } from "./resources";
import type { Viewer } from "./viewer";

type ServiceAction = Exclude<
  Extract<Action, `service:${string}` | `answer:${string}` | `gap:${string}`>,
  "service:list" | "service:create"
>;
type TeamAction = Exclude<Extract<Action, `team:${string}`>, "team:list" | "team:create"> | "service:create";

/** The kind of resource that an action is done to. */
export type ResourceOf<A extends Action> = A extends ServiceAction
  ? ServiceResource
  : A extends TeamAction
    ? TeamResource
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
  if (!can(viewer.actor, action, target)) throw new AppError("forbidden", { message: NOT_ALLOWED });
  return { action, viewer, resource, requestId } as Scope<A>;
}
