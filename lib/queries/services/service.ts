import "server-only";
import type { Scope } from "../../auth/scope";
import type { Service } from "../../contracts/services";
import type { Link } from "../../contracts/text";
import type { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { type Actor, can } from "../../domain/policy";
import { canBeRestored } from "../../domain/restoration";
import type { Tier } from "../../domain/vocabulary";
import { agedStates } from "./current-states";

const include = {
  team: { select: { slug: true, name: true } },
  state: { select: { standing: true, score: true } },
  checklistVersion: { select: { number: true, checklist: { select: { key: true } } } },
  dependsOn: { select: { dependsOn: { select: { slug: true } } }, orderBy: { dependsOn: { name: "asc" } } },
} satisfies Prisma.ServiceInclude;
export type ServiceWithNames = Prisma.ServiceGetPayload<{ include: typeof include }>;

/** A service with the names of what it belongs to. @throws AppError not_found */
export async function serviceRow(id: string): Promise<ServiceWithNames> {
  const row = await reader().service.findUnique({ where: { id }, include });
  if (!row) throw new AppError("not_found", { message: "This service is not there any more." });
  return row;
}

/** The facts of a service. */
export const loadService = (scope: Scope<"service:read">, now: Date): Promise<Service> =>
  readService(scope.resource.id, scope.viewer.actor, now);

/** A service by id, as an actor sees it at `now`. @throws AppError not_found */
export async function readService(id: string, actor: Actor, now: Date): Promise<Service> {
  const row = await serviceRow(id);
  const [aged] = await agedStates(now, [id]);
  return presentService(row, aged ?? row.state, actor, now);
}

/** A service row as the API shows it. */
export function presentService(
  row: ServiceWithNames,
  state: Pick<Service, "standing" | "score"> | null,
  actor: Actor,
  now: Date,
): Service {
  const may = (action: Parameters<typeof can>[1]) => can(actor, action, row);
  const here = row.deletedAt === null;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    team: row.team.slug,
    teamName: row.team.name,
    tier: row.tier as Tier,
    lifecycle: row.lifecycle,
    tags: row.tags,
    description: row.description,
    links: row.links as Link[],
    dependsOn: row.dependsOn.map((each) => each.dependsOn.slug),
    checklist: { key: row.checklistVersion.checklist.key, version: row.checklistVersion.number },
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
    standing: state?.standing ?? "unassessed",
    score: state?.score ?? null,
    can: {
      edit: here && may("service:edit"),
      narrow: here && may("service:narrow"),
      retire: here && may("service:retire"),
      move: here && may("service:move"),
      delete: here && may("service:delete"),
      restore: row.deletedAt !== null && canBeRestored(row.deletedAt, now) && may("service:restore"),
      answer: here && may("answer:save"),
      plan: here && may("gap:plan"),
    },
  };
}
