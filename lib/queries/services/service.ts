import "server-only";
import type { Scope } from "../../auth/scope";
import type { Service } from "../../contracts/services";
import type { Link } from "../../contracts/text";
import { assessService, type ServiceRow } from "../../db/assessment";
import { MODELS } from "../../db/cost-model";
import { textColumns } from "../../db/service-texts";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { type Actor, can } from "../../domain/policy";
import type { Readiness } from "../../domain/readiness";
import { canBeRestored } from "../../domain/restoration";
import { type ServiceTexts, textsOf } from "../../domain/service-texts";

/** A service with the names of what it belongs to. */
export interface ServiceWithNames extends ServiceRow, ServiceTexts {
  links: Link[];
  createdAt: Date;
  example: boolean;
  team: string;
  teamName: string;
  checklist: { key: string; version: number };
  dependsOn: string[];
}

/** A service by id: one statement. @throws AppError not_found */
export async function serviceRow(id: string): Promise<ServiceWithNames> {
  const [row] = await reader().$queryRaw<ServiceWithNames[]>`
    SELECT s."id", s."slug", s."teamId", s."name", s."tier", s."lifecycle", s."tags", s."checklistVersionId",
      s."scopeChangedAt", s."version", s."deletedAt", ${textColumns("s")}, s."links", s."createdAt", s."example", m."slug" AS "team",
      m."name" AS "teamName", jsonb_build_object('key', c."key", 'version', v."number") AS "checklist",
      ARRAY(SELECT o."slug" FROM "ServiceDependency" d JOIN "Service" o ON o."id" = d."dependsOnId"
        WHERE d."serviceId" = s."id" ORDER BY o."name", o."id") AS "dependsOn",
      ${MODELS} AS "models"
    FROM "Service" s JOIN "Team" m ON m."id" = s."teamId"
      JOIN "ChecklistVersion" v ON v."id" = s."checklistVersionId" JOIN "Checklist" c ON c."id" = v."checklistId"
    WHERE s."id" = ${id}::uuid`;
  if (!row) throw new AppError("not_found", { message: "This service no longer exists." });
  return row;
}

/** The facts of a service. */
export const loadService = (scope: Scope<"service:read">, now: Date): Promise<Service> =>
  readService(scope.resource.id, scope.viewer.actor, now);

/** A service by id, as an actor sees it at `now`. @throws AppError not_found */
export async function readService(id: string, actor: Actor, now: Date): Promise<Service> {
  const row = await serviceRow(id);
  const { readiness } = await assessService(row, now);
  return presentService(row, readiness, actor, now);
}

/** A service row as the API shows it. */
export function presentService(
  row: ServiceWithNames,
  state: Pick<Readiness, "standing" | "score">,
  actor: Actor,
  now: Date,
): Service {
  const may = (action: Parameters<typeof can>[1]) => can(actor, action, row);
  const here = row.deletedAt === null;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    team: row.team,
    teamName: row.teamName,
    tier: row.tier,
    lifecycle: row.lifecycle,
    tags: row.tags,
    ...textsOf(row),
    links: row.links,
    dependsOn: row.dependsOn,
    checklist: row.checklist,
    version: row.version,
    example: row.example,
    createdAt: row.createdAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
    standing: state.standing,
    score: state.score,
    can: {
      edit: here && may("service:edit"),
      narrow: here && may("service:narrow"),
      retire: here && may("service:retire"),
      move: here && may("service:move"),
      delete: here && may("service:delete"),
      restore: row.deletedAt !== null && canBeRestored(row.deletedAt, now) && may("service:restore"),
      answer: here && row.lifecycle !== "retired" && may("answer:save"),
      plan: here && may("gap:plan"),
    },
  };
}
