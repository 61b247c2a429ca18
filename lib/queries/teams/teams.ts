import "server-only";
import type { Scope } from "../../auth/scope";
import type { PageFilters } from "../../contracts/people";
import type { Team } from "../../contracts/teams";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { type Actor, can } from "../../domain/policy";
import { byName } from "../../domain/text";
import { type Position, pageOf, readCursor } from "../cursor";

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

/** All teams with their members, by name: what is chosen from, and the list of teams. */
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

/** How many teams a page has when nobody says. */
const PAGE = 50;
const SORTED_BY = Prisma.sql`lower(t."name") COLLATE "C"`;

/** A page of the teams with their members, by name. @throws AppError invalid_input for a cursor that is none */
export async function loadTeamPage(
  scope: Scope<"team:list">,
  { cursor, limit = PAGE }: PageFilters,
): Promise<{ items: Team[]; nextCursor: string | null }> {
  const after = cursor ? readCursor(cursor) : null;
  const beyond = after
    ? Prisma.sql`AND (${SORTED_BY}, t."id") > (${after.value} COLLATE "C", ${after.id}::uuid)`
    : Prisma.empty;
  const found = await reader().$queryRaw<Position[]>`
    SELECT t."id", ${SORTED_BY} AS "value" FROM "Team" t WHERE t."deletedAt" IS NULL ${beyond}
    ORDER BY ${SORTED_BY}, t."id" LIMIT ${limit + 1}`;
  const { page, nextCursor } = pageOf(found, limit, (position) => position);
  const rows = await reader().team.findMany({ where: { id: { in: page.map(({ id }) => id) } }, include });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    items: page.flatMap(({ id }) => {
      const row = byId.get(id);
      return row ? [present(row, scope.viewer.actor)] : [];
    }),
    nextCursor,
  };
}

/** One team. */
export const loadTeam = (scope: Scope<"team:read">): Promise<Team> =>
  readTeam(scope.resource.id, scope.viewer.actor);

/** A team by id, as an actor sees it. @throws AppError not_found, also when it was deleted */
export async function readTeam(id: string, actor: Actor): Promise<Team> {
  const row = await reader().team.findFirst({ where: { id, deletedAt: null }, include });
  if (!row) throw new AppError("not_found", { message: "This team no longer exists." });
  return present(row, actor);
}
