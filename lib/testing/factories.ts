import { randomUUID } from "node:crypto";
import { ORGANISATION, type Resource } from "../auth/resources";
import { authorize, type ResourceOf, type Scope } from "../auth/scope";
import type { Viewer } from "../auth/viewer";
import { createService } from "../commands/services/create-service";
import { createTeam } from "../commands/teams/create-team";
import type { ServiceNew } from "../contracts/services";
import { db } from "../db/client";
import type { Action } from "../domain/policy";

/** Tests that do not care about the hour happen at this one. */
export const NOON = new Date("2026-06-15T12:00:00.000Z");
/** So many days after NOON. */
export const daysLater = (days: number, ms = 0) => new Date(NOON.getTime() + days * 86_400_000 + ms);

interface PersonOptions {
  name?: string;
  admin?: boolean;
  executive?: boolean;
  /** Team id → role. */
  teams?: Record<string, "lead" | "member">;
}

/** A viewer who came by session, as they do unless a test says otherwise. */
export type SignedIn = Viewer & { sessionId: string };

/** A person with their memberships, as a viewer. */
export async function aPerson({
  name = "Mira Okafor",
  admin = false,
  executive = false,
  teams = {},
}: PersonOptions = {}): Promise<SignedIn> {
  const id = randomUUID();
  const email = `${id.slice(0, 8)}@example.com`;
  await db().person.create({
    data: {
      id,
      email,
      name,
      admin,
      executive,
      createdAt: NOON,
      memberships: { create: Object.entries(teams).map(([teamId, role]) => ({ teamId, role })) },
    },
  });
  return {
    sessionId: randomUUID(),
    token: null,
    person: { id, name, email },
    actor: { id, admin, executive, teams },
  };
}

/** The proof that a viewer may do an action, minted as the routes mint it. */
export function scopeOf<A extends Action>(
  viewer: Viewer,
  action: A,
  resource: Resource = ORGANISATION,
): Scope<A> {
  return authorize(viewer, action, resource as ResourceOf<A>, "test-request");
}

/** A team, and an admin who made it. */
export async function aTeam(name = "Payments") {
  const admin = await aPerson({ name: "Ana Kirsch", admin: true });
  const team = await createTeam(scopeOf(admin, "team:create"), { name }, NOON);
  const { id } = await db().team.findUniqueOrThrow({ where: { slug: team.slug } });
  const resource = { kind: "team" as const, id, slug: team.slug, teamId: id };
  return { ...team, id, admin, resource };
}

/** A service of a new team, with an admin, a lead and a member of that team. */
export async function aService(some: Partial<ServiceNew> = {}, now = daysLater(-1)) {
  const team = await aTeam();
  const body: ServiceNew = { name: "Checkout", team: team.slug, tier: 3, lifecycle: "live", ...some };
  const service = await createService(scopeOf(team.admin, "service:create", team.resource), body, now);
  const resource = {
    kind: "service" as const,
    id: service.id,
    slug: service.slug,
    teamId: team.id,
    deletedAt: null,
  };
  const lead = await aPerson({ name: "Jonas Berg", teams: { [team.id]: "lead" } });
  const member = await aPerson({ name: "Li Wen", teams: { [team.id]: "member" } });
  return { ...service, teamId: team.id, teamSlug: team.slug, admin: team.admin, lead, member, resource };
}
