import "server-only";
import type { Scope } from "../../auth/scope";
import { secretHash } from "../../auth/secrets";
import { guarded } from "../../auth/throttle";
import type { Invitation, PageFilters } from "../../contracts/people";
import type { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { INVITATION_DAYS, INVITATION_KEPT_DAYS, invitationState } from "../../domain/invitation";
import { pageOf, readInstantCursor } from "../cursor";

const PAGE = 50;
/** An invitation this old has been over for longer than it is listed. */
const LISTED_MS = (INVITATION_DAYS + INVITATION_KEPT_DAYS) * 86_400_000;

/** A membership that an invitation brings, by the team's id, as rows keep it. */
export interface StoredRole {
  team: string;
  role: "lead" | "member";
}

const include = { createdBy: { select: { id: true, name: true } } } satisfies Prisma.InvitationInclude;
type Row = Prisma.InvitationGetPayload<{ include: typeof include }>;
const rolesOf = (row: Row) => row.teams as unknown as StoredRole[];

async function present(rows: readonly Row[], now: Date): Promise<Invitation[]> {
  const teams = await reader().team.findMany({
    where: { id: { in: rows.flatMap((row) => rolesOf(row).map((each) => each.team)) }, deletedAt: null },
    select: { id: true, slug: true },
  });
  const slugs = new Map(teams.map((team) => [team.id, team.slug]));
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    admin: row.admin,
    executive: row.executive,
    teams: rolesOf(row).flatMap(({ team, role }) => {
      const slug = slugs.get(team);
      return slug ? [{ team: slug, role }] : [];
    }),
    state: invitationState(row, now),
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    expiresAt: row.expiresAt.toISOString(),
    path: null,
  }));
}

/** Invitations, newest first, those that ended not long ago too. Two statements. */
export async function loadInvitations(
  _scope: Scope<"invitation:list">,
  { cursor, limit = PAGE }: PageFilters,
  now: Date,
): Promise<{ items: Invitation[]; nextCursor: string | null }> {
  const after = cursor ? readInstantCursor(cursor) : null;
  const rows = await reader().invitation.findMany({
    where: {
      createdAt: { gt: new Date(now.getTime() - LISTED_MS) },
      ...(after
        ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    include,
  });
  const { page, nextCursor } = pageOf(rows, limit, ({ createdAt, id }) => ({
    value: createdAt.toISOString(),
    id,
  }));
  return { items: await present(page, now), nextCursor };
}

/** One invitation. @throws AppError not_found */
export async function readInvitation(id: string, now: Date): Promise<Invitation> {
  const row = await reader().invitation.findUnique({ where: { id }, include });
  const [invitation] = row ? await present([row], now) : [];
  if (!invitation) throw new AppError("not_found", { message: "There is no such invitation." });
  return invitation;
}

/**
 * What a stranger is shown who follows the link of an invitation; null when it is the link of none, which counts as a
 * guess of the stranger's address.
 * @throws AppError too_many_attempts
 */
export async function loadInvitationByLink(
  token: string,
  address: string,
  now: Date,
): Promise<Invitation | null> {
  try {
    return await guarded({ kind: "invitation", address }, now, async () => {
      const row = await reader().invitation.findUnique({ where: { tokenHash: secretHash(token) }, include });
      const [invitation] = row ? await present([row], now) : [];
      if (!invitation) throw new AppError("not_found", { wrongSecret: true });
      return invitation;
    });
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
