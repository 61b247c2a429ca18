import "server-only";
import { reader } from "../db/transaction";
import { AppError } from "../domain/errors";
import type { PolicyResource } from "../domain/policy";
import { isUuid } from "../domain/text";

/** What an action is done to, as authorize() sees it and commands get it. */
export interface OrganisationResource {
  kind: "organisation";
  teamId: null;
}
export interface TeamResource {
  kind: "team";
  id: string;
  slug: string;
  teamId: string;
}
export interface ServiceResource {
  kind: "service";
  id: string;
  slug: string;
  teamId: string;
  deletedAt: Date | null;
}
export interface PersonResource {
  kind: "person";
  id: string;
  teamId: null;
  personId: string;
}
export interface TokenResource {
  kind: "token";
  id: string;
  teamId: null;
  /** Its owner. */
  personId: string;
}
export interface WaiverResource {
  kind: "waiver";
  id: string;
  serviceId: string;
  /** The team of its service. */
  teamId: string;
  /** Who asked for it. */
  personId: string;
}
export interface LaunchResource {
  kind: "launch";
  /** Null for one that is being planned. */
  id: string | null;
  teamId: null;
  launch: NonNullable<PolicyResource["launch"]>;
}
export type Resource =
  | LaunchResource
  | OrganisationResource
  | TeamResource
  | ServiceResource
  | PersonResource
  | TokenResource
  | WaiverResource;

export const ORGANISATION: OrganisationResource = { kind: "organisation", teamId: null };

const missing = (what: string, slug: string) =>
  new AppError("not_found", { message: `There is no ${what} "${slug.slice(0, 80)}".` });

/** A team by its short name. @throws AppError not_found, also when it was deleted */
export async function loadTeamResource(slug: string): Promise<TeamResource> {
  const team = await reader().team.findFirst({
    where: { slug, deletedAt: null },
    select: { id: true, slug: true },
  });
  if (!team) throw missing("team", slug);
  return { kind: "team", id: team.id, slug: team.slug, teamId: team.id };
}

/** A service by its short name, deleted ones included. @throws AppError not_found */
export async function loadServiceResource(slug: string): Promise<ServiceResource> {
  const select = { id: true, slug: true, teamId: true, deletedAt: true };
  const service = await reader().service.findUnique({ where: { slug }, select });
  if (!service) throw missing("service", slug);
  return { kind: "service", ...service };
}

/** A person who is known to be there. */
export const personResource = (id: string): PersonResource => ({
  kind: "person",
  id,
  teamId: null,
  personId: id,
});

/** A person by id, disabled ones included. @throws AppError not_found */
export async function loadPersonResource(id: string): Promise<PersonResource> {
  const person = isUuid(id)
    ? await reader().person.findUnique({ where: { id }, select: { id: true } })
    : null;
  if (!person) throw missing("person", id);
  return personResource(person.id);
}

/** A token by id, ended ones included. @throws AppError not_found */
export async function loadTokenResource(id: string): Promise<TokenResource> {
  const token = isUuid(id)
    ? await reader().apiToken.findUnique({ where: { id }, select: { id: true, personId: true } })
    : null;
  if (!token) throw missing("token", id);
  return { kind: "token", teamId: null, ...token };
}

/** A waiver by id, whatever became of it. @throws AppError not_found */
export async function loadWaiverResource(id: string): Promise<WaiverResource> {
  const select = { id: true, serviceId: true, requestedById: true, service: { select: { teamId: true } } };
  const row = isUuid(id) ? await reader().waiver.findUnique({ where: { id }, select }) : null;
  if (!row) throw missing("waiver", id);
  const { serviceId, requestedById: personId, service } = row;
  return { kind: "waiver", id: row.id, serviceId, personId, teamId: service.teamId };
}

/** A launch by id. @throws AppError not_found */
export async function loadLaunchResource(id: string): Promise<LaunchResource> {
  const found = isUuid(id)
    ? await reader().launch.findUnique({
        where: { id },
        select: {
          id: true,
          facilitatorId: true,
          services: { select: { service: { select: { teamId: true } } } },
          roles: { select: { signerId: true, deputyId: true } },
        },
      })
    : null;
  if (!found) throw missing("launch", id);
  const teamIds = found.services.map(({ service }) => service.teamId);
  const signerIds = found.roles.flatMap(({ signerId, deputyId }) => [signerId, deputyId]);
  return {
    kind: "launch",
    id: found.id,
    teamId: null,
    launch: {
      teamIds,
      facilitatorId: found.facilitatorId,
      signerIds: signerIds.filter((each) => each !== null),
    },
  };
}

/** A launch that is being planned, by the short names of its services; what is not there is for its command to say. */
export async function plannedLaunchResource(
  services: readonly string[],
  facilitatorId: string,
): Promise<LaunchResource> {
  const rows = await reader().service.findMany({
    where: { slug: { in: [...services] }, deletedAt: null },
    select: { teamId: true },
  });
  const teamIds = rows.map(({ teamId }) => teamId);
  return { kind: "launch", id: null, teamId: null, launch: { teamIds, facilitatorId, signerIds: [] } };
}
