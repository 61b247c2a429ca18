import "server-only";
import type { Scope } from "../../auth/scope";
import { reader } from "../../db/transaction";
import { agedStates, currentRows } from "../services/current-states";

/** The service of a team to answer next: one that nobody has assessed before one that is begun, the most critical first. */
export interface NextService {
  slug: string;
  name: string;
  /** Questions that count and have a verdict, of all that count. */
  answered: number;
  counting: number;
}

/** A team of the viewer, and what waits there for an answer. */
export interface MyTeam {
  slug: string;
  name: string;
  role: "lead" | "member";
  /** Services that are neither retired nor deleted; so many of them are unassessed. */
  services: number;
  unassessed: number;
  /** Null when everything is answered, or there is nothing to answer. */
  next: NextService | null;
}

/** What somebody who has just joined is shown first. */
export interface MyStart {
  teams: MyTeam[];
}

/** The viewer's teams by name, and where to begin in each of them. Two statements, however many teams. */
export async function loadMyStart(scope: Scope<"service:list">, now: Date): Promise<MyStart> {
  const aged = await agedStates(now);
  const teams = await reader().$queryRaw<MyTeam[]>`
    SELECT t."slug", t."name", m."role", count(c."serviceId")::int AS "services",
      (count(*) FILTER (WHERE c."standing" = 'unassessed'))::int AS "unassessed",
      (array_agg(jsonb_build_object('slug', c."slug", 'name', c."name", 'answered', c."counting" - c."unanswered",
          'counting', c."counting")
        ORDER BY c."standing" <> 'unassessed', c."tier", lower(c."name"), c."serviceId")
        FILTER (WHERE c."unanswered" > 0))[1] AS "next"
    FROM "Membership" m JOIN "Team" t ON t."id" = m."teamId"
      LEFT JOIN (
        SELECT s."teamId", s."slug", s."name", s."tier", r."serviceId", r."standing", r."counting", r."unanswered"
        FROM "Service" s JOIN ${currentRows(aged)} r ON r."serviceId" = s."id"
        WHERE s."deletedAt" IS NULL AND s."lifecycle" <> 'retired') c ON c."teamId" = t."id"
    WHERE m."personId" = ${scope.viewer.person.id}::uuid AND t."deletedAt" IS NULL
    GROUP BY t."id", m."role" ORDER BY lower(t."name"), t."id"`;
  return { teams };
}
