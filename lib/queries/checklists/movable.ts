import "server-only";
import type { Scope } from "../../auth/scope";
import { reader } from "../../db/transaction";
import type { Lifecycle, Tier } from "../../domain/vocabulary";

/** A service that could be moved to another version, and the one that it is asked now. */
export interface MovableService {
  slug: string;
  name: string;
  team: string;
  teamName: string;
  tier: Tier;
  lifecycle: Lifecycle;
  checklist: string;
  checklistName: string;
  version: number;
  score: number | null;
}

/** Every service that counts, by name, with the version that it is asked: one statement. */
export const loadMovable = (_scope: Scope<"checklist:move">): Promise<MovableService[]> =>
  reader().$queryRaw<MovableService[]>`
    SELECT s."slug", s."name", m."slug" AS "team", m."name" AS "teamName", s."tier", s."lifecycle",
      c."key" AS "checklist", c."name" AS "checklistName", v."number" AS "version", t."score"
    FROM "Service" s JOIN "Team" m ON m."id" = s."teamId" JOIN "ChecklistVersion" v ON v."id" = s."checklistVersionId"
    JOIN "Checklist" c ON c."id" = v."checklistId" LEFT JOIN "ServiceState" t ON t."serviceId" = s."id"
    WHERE s."deletedAt" IS NULL AND s."lifecycle" <> 'retired' ORDER BY lower(s."name"), s."slug"`;
