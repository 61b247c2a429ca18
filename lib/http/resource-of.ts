import "server-only";
import {
  loadLaunchResource,
  loadPersonResource,
  loadServiceResource,
  loadTeamResource,
  loadTokenResource,
  loadWaiverResource,
  ORGANISATION,
  personResource,
  plannedLaunchResource,
  type Resource,
} from "../auth/resources";
import type { Viewer } from "../auth/viewer";
import type { Operation } from "../contracts/operation";
import { AppError } from "../domain/errors";

/** What a request says about what it wants to act on. */
export interface ResourceRequest {
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
  body: unknown;
}

/**
 * What an operation is done to, by the names in its path, query or body.
 * @throws AppError not_found; invalid_input where the body names none
 */
export async function resourceOf(
  { on }: Operation,
  { params, search, body }: ResourceRequest,
  viewer: Viewer,
): Promise<Resource> {
  switch (on) {
    case "service":
      return loadServiceResource(params.service ?? "");
    case "service_in_body":
      return loadServiceResource(namedIn(body, "service", "Name the service that it is about."));
    case "team":
      return loadTeamResource(params.team ?? "");
    case "team_in_body":
      return loadTeamResource(namedIn(body, "team", "Name the team that it belongs to."));
    case "person":
      return somebody(params.person ?? "", viewer);
    case "person_in_query":
      return somebody(search.get("person") ?? "me", viewer);
    case "oneself":
      return personResource(viewer.person.id);
    case "token":
      return loadTokenResource(params.token ?? "");
    case "waiver":
      return loadWaiverResource(params.waiver ?? "");
    case "launch":
      return loadLaunchResource(params.launch ?? "");
    case "launch_in_body":
      return plannedLaunch(body);
    default:
      return ORGANISATION;
  }
}

/** A person by id; `me` is who asks. */
const somebody = async (id: string, viewer: Viewer) =>
  id === "me" ? personResource(viewer.person.id) : loadPersonResource(id);

function namedIn(body: unknown, field: string, message: string): string {
  const name = (body as Record<string, unknown> | null)?.[field];
  if (typeof name === "string") return name;
  throw new AppError("invalid_input", { message: `${field}: ${message}`, fields: [{ field, message }] });
}

/** What is said of a launch that is to be planned, as far as it decides who may: its schema says the rest. */
function plannedLaunch(body: unknown): Promise<Resource> {
  const { services, facilitator } = (body ?? {}) as { services?: unknown; facilitator?: unknown };
  const slugs = Array.isArray(services) ? services.filter((each) => typeof each === "string") : [];
  return plannedLaunchResource(slugs.slice(0, 50), typeof facilitator === "string" ? facilitator : "");
}
