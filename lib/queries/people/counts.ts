import "server-only";
import type { Scope } from "../../auth/scope";
import { reader } from "../../db/transaction";
import { can } from "../../domain/policy";

/** How many people there are, by what they may do. */
export interface PeopleCounts {
  /** Who is not disabled, admins among them. */
  enabled: number;
  admins: number;
  disabled: number;
  /** Invitations that can still be accepted; null for viewers who may not list them. */
  invitations: number | null;
}

/** How many people there are, and how many invitations wait. One statement. */
export async function loadPeopleCounts(scope: Scope<"person:list">, now: Date): Promise<PeopleCounts> {
  const [row] = await reader().$queryRaw<PeopleCounts[]>`
    SELECT count(*) FILTER (WHERE "disabledAt" IS NULL)::int AS "enabled",
      count(*) FILTER (WHERE "disabledAt" IS NULL AND "admin")::int AS "admins",
      count(*) FILTER (WHERE "disabledAt" IS NOT NULL)::int AS "disabled",
      (SELECT count(*)::int FROM "Invitation"
        WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > ${now}) AS "invitations"
    FROM "Person"`;
  const counts = row ?? { enabled: 0, admins: 0, disabled: 0, invitations: 0 };
  const seesInvitations = can(scope.viewer.actor, "invitation:list", { teamId: null });
  return { ...counts, invitations: seesInvitations ? counts.invitations : null };
}
