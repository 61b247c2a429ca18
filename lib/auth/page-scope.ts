import "server-only";
import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { clientAddress } from "../config/incoming";
import { BACKGROUND_COOKIE } from "../domain/background";
import { AppError } from "../domain/errors";
import type { Action } from "../domain/policy";
import {
  loadLaunchResource,
  loadPersonResource,
  loadServiceResource,
  loadTeamResource,
  ORGANISATION,
  personResource,
  type ServiceResource,
  type TeamResource,
} from "./resources";
import { authorize, type ResourceOf, type Scope } from "./scope";
import { anybodyWith, rightsRenderedFor } from "./shared-rendering";
import { loadViewer, type Viewer } from "./viewer";

/** The instant that everything on one page is computed for. */
export const pageNow = cache((): Date => new Date());

/** The viewer of the page that is being rendered, or null: one statement per page. */
export const pageViewer = cache(async (): Promise<Viewer | null> => {
  const rights = rightsRenderedFor(await headers());
  if (rights) return anybodyWith(rights);
  const sent = await cookies();
  return loadViewer(sent, pageNow(), {
    use: sent.has(BACKGROUND_COOKIE) ? "background" : "by_person",
    stamped: /^\/(?:exposure)?(?:\?|$)/.test((await headers()).get("x-path") ?? ""),
  });
});

/** The scope of a page; who is not signed in is sent to sign in, and back here afterwards. */
async function requireScope<A extends Action>(action: A, resource: ResourceOf<A>): Promise<Scope<A>> {
  const viewer = await pageViewer();
  if (!viewer) {
    const to = (await headers()).get("x-path") ?? "/";
    redirect(to === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`);
  }
  return authorize(viewer, action, resource, (await headers()).get("x-request-id") ?? randomUUID());
}

/** The scope of a page about the whole organisation. */
export const organisationScope = <A extends Action>(action: A) =>
  requireScope(action, ORGANISATION as unknown as ResourceOf<A>);

const orNotFound = async <T>(load: Promise<T>): Promise<T> => {
  try {
    return await load;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
};

/** The scope of a page about one service; an unknown one is the not-found page. */
export async function serviceScope(slug: string): Promise<Scope<"service:read">> {
  const scope = await organisationScope("service:list");
  const resource: ServiceResource = await orNotFound(loadServiceResource(slug));
  return authorize(scope.viewer, "service:read", resource, scope.requestId);
}

/** The scope of a page about one team; an unknown one is the not-found page. */
export async function teamScope(slug: string): Promise<Scope<"team:read">> {
  const scope = await organisationScope("team:list");
  const resource: TeamResource = await orNotFound(loadTeamResource(slug));
  return authorize(scope.viewer, "team:read", resource, scope.requestId);
}

/** The scope of a page about one launch; an unknown one is the not-found page. */
export async function launchScope(id: string): Promise<Scope<"launch:read">> {
  const scope = await organisationScope("launch:list");
  return authorize(scope.viewer, "launch:read", await orNotFound(loadLaunchResource(id)), scope.requestId);
}

/** What a page may be asked to do about one person. */
type PersonAction = "person:read" | "session:list" | "token:list";

/**
 * The scope of a page about one person: oneself, or whom the page names; an unknown one is the not-found page.
 * @throws AppError forbidden for what is only one's own
 */
export async function personScope<A extends PersonAction>(action: A, id?: string): Promise<Scope<A>> {
  const { viewer, requestId } = await organisationScope("person:list");
  const resource = id ? await orNotFound(loadPersonResource(id)) : personResource(viewer.person.id);
  return authorize(viewer, action, resource as ResourceOf<A>, requestId);
}

/** The address that a page is asked for from: what strangers' guesses are counted by. */
export const pageAddress = async (): Promise<string> => clientAddress(await headers());
