import "server-only";
import type { Link } from "../../contracts/text";
import { MODELS } from "../../db/cost-model";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import type { Lifecycle, Tier } from "../../domain/vocabulary";

/** The facts of a service as they stood at an instant (H3), with the short name that it has today. */
export interface FactsThen {
  id: string;
  slug: string;
  name: string;
  teamId: string;
  /** The short name and the name that its team of then has today. */
  team: string;
  teamName: string;
  tier: Tier;
  lifecycle: Lifecycle;
  tags: string[];
  checklistVersionId: string;
  description: string;
  links: Link[];
  /** Ids. */
  dependsOn: string[];
  /** Since when these facts stood. */
  since: Date;
  /** When tier or tags had last changed (S5). */
  scopeChangedAt: Date;
  createdAt: Date;
  example: boolean;
  deletedAt: Date | null;
  /** What MODELS said when it was read. */
  models: string;
}

/**
 * The services that there were at an instant, deleted ones included, with the facts of then, as a table with the
 * columns of `"Service"`: use as `FROM ${servicesThen(at)} s`. One look into an index for each service.
 */
export const servicesThen = (at: Date): Prisma.Sql => Prisma.sql`(
  SELECT o."id", o."slug", o."createdAt", o."example", f."name", f."teamId", f."tier", f."lifecycle", f."tags",
    f."checklistVersionId", f."description", f."links", f."dependsOn", f."at" AS "since",
    CASE WHEN f."deleted" THEN f."at" END AS "deletedAt",
    CASE WHEN o."scopeChangedAt" <= ${at}::timestamptz THEN o."scopeChangedAt" ELSE coalesce((
      SELECT min(x."at") FROM "ServiceFacts" x WHERE x."serviceId" = o."id" AND x."at" <= f."at"
        AND x."at" > coalesce((SELECT max(y."at") FROM "ServiceFacts" y
          WHERE y."serviceId" = o."id" AND y."at" <= f."at"
            AND NOT (y."tier" = f."tier" AND y."tags" @> f."tags" AND y."tags" <@ f."tags")), '-infinity')
    ), f."at") END AS "scopeChangedAt"
  FROM "Service" o CROSS JOIN LATERAL (
    SELECT * FROM "ServiceFacts" f WHERE f."serviceId" = o."id" AND f."at" <= ${at}::timestamptz
    ORDER BY f."at" DESC, f."id" DESC LIMIT 1) f)`;

/** The facts of services at an instant, by id; who was not there yet is left out. One statement. @param ids null: all */
export async function loadFactsThen(ids: readonly string[] | null, at: Date): Promise<FactsThen[]> {
  const among = ids ? Prisma.sql`WHERE s."id" = ANY(${ids}::uuid[])` : Prisma.empty;
  return reader().$queryRaw<FactsThen[]>`
    SELECT s."id", s."slug", s."name", s."teamId", m."slug" AS "team", m."name" AS "teamName", s."tier", s."lifecycle",
      s."tags", s."checklistVersionId", s."description", s."links", s."dependsOn", s."since", s."scopeChangedAt",
      s."createdAt", s."deletedAt", s."example", ${MODELS} AS "models"
    FROM ${servicesThen(at)} s JOIN "Team" m ON m."id" = s."teamId" ${among}`;
}
