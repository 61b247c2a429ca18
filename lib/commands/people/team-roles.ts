import "server-only";
import type { Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import type { StoredRole } from "../../queries/people/invitations";

interface NamedRole {
  team: string;
  role: "lead" | "member";
}

/** Those of the teams that are there, kept from being deleted until the transaction ends. */
async function heldTeams(tx: Tx, by: { slugs: string[] } | { ids: string[] }) {
  const [slugs, ids] = "slugs" in by ? [by.slugs, []] : [[], by.ids];
  return tx.$queryRaw<{ id: string; slug: string }[]>`
    SELECT "id", "slug" FROM "Team"
    WHERE ("slug" = ANY(${slugs}::text[]) OR "id" = ANY(${ids}::uuid[])) AND "deletedAt" IS NULL
    ORDER BY "id" FOR SHARE`;
}

/** Memberships that name teams by their short names, as rows keep them. @throws AppError invalid_input naming the one that is not there */
export async function rolesBySlug(tx: Tx, named: readonly NamedRole[]): Promise<StoredRole[]> {
  const teams = await heldTeams(tx, { slugs: named.map((each) => each.team) });
  return named.map(({ team, role }, index) => {
    const row = teams.find((each) => each.slug === team);
    if (row) return { team: row.id, role };
    const message = `There is no team "${team}".`;
    throw new AppError("invalid_input", { message, fields: [{ field: `teams.${index}.team`, message }] });
  });
}

/** Stored memberships without those of teams that were deleted meanwhile. */
export async function rolesStillThere(tx: Tx, stored: readonly StoredRole[]): Promise<StoredRole[]> {
  const teams = await heldTeams(tx, { ids: stored.map((each) => each.team) });
  return stored.filter((each) => teams.some((team) => team.id === each.team));
}
