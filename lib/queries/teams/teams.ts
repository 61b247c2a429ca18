import "server-only";
import type { Scope } from "../../auth/scope";
import type { Team } from "../../contracts/teams";
import type { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { type Actor, can } from "../../domain/policy";
import { byName } from "../../domain/text";

const include = {
  memberships: {
    include: { person: { select: { id: true, name: true } } },
    orderBy: { person: { name: "asc" } },
  },
  _count: { select: { services: { where: { deletedAt: null, lifecycle: { not: "retired" } } } } },
} satisfies Prisma.TeamInclude;
type TeamRow = Prisma.TeamGetPayload<{ include: typeof include }>;

function present(row: TeamRow, actor: Actor): Team {
  const resource = { teamId: row.id };
  return {
    slug: row.slug,
    name: row.name,
    description: row.description,
    version: row.version,
    example: row.example,
    services: row._count.services,
    members: row.memberships.map(({ person, role }) => ({ ...person, role })),
    can: {
      edit: can(actor, "team:edit", resource),
      delete: can(actor, "team:delete", resource),
      editMembers: can(actor, "team:edit_members", resource),
      createService: can(actor, "service:create", resource),
    },
  };
}

/** All teams with their members, by name. */
export async function loadTeams(
  scope: Scope<"team:list">,
): Promise<{ items: Team[]; nextCursor: string | null }> {
  const rows = await reader().team.findMany({
    where: { deletedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    include,
  });
  const items = rows.map((row) => present(row, scope.viewer.actor));
  return { items: items.sort((a, b) => byName(a.name, b.name)), nextCursor: null };
}

/** One team. */
export const loadTeam = (scope: Scope<"team:read">): Promise<Team> =>
  readTeam(scope.resource.id, scope.viewer.actor);

/** A team by id, as an actor sees it. @throws AppError not_found, also when it was deleted */
export async function readTeam(id: string, actor: Actor): Promise<Team> {
  const row = await reader().team.findFirst({ where: { id, deletedAt: null }, include });
  if (!row) throw new AppError("not_found", { message: "This team is not there any more." });
  return present(row, actor);
}
