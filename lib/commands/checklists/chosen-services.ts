import "server-only";
import type { MoveRequest } from "../../contracts/checklist-moves";
import { Prisma } from "../../db/generated/client";
import type { Tx } from "../../db/transaction";
import { CHECKLIST_LIMITS } from "../../domain/checklist-draft";
import { AppError } from "../../domain/errors";

/** The team of a service, as lists name it. */
export interface ItsTeam {
  team: string;
  teamName: string;
}

/**
 * The services that a request means, by id, with their teams: those named, or those that the filter leaves and that are
 * not retired.
 * @throws AppError invalid_input naming one that is not there or is deleted; refused when there are too many
 */
export async function chosenServices(
  tx: Tx,
  checklist: string,
  { services, filter }: Pick<MoveRequest, "services" | "filter">,
): Promise<Map<string, ItsTeam>> {
  const where = services
    ? Prisma.sql`s."slug" = ANY(${services}::text[])`
    : Prisma.join(conditions(checklist, filter ?? {}), " AND ");
  const rows = await tx.$queryRaw<(ItsTeam & { id: string; slug: string })[]>`
    SELECT s."id", s."slug", m."slug" AS "team", m."name" AS "teamName"
    FROM "Service" s JOIN "Team" m ON m."id" = s."teamId" JOIN "ChecklistVersion" v ON v."id" = s."checklistVersionId"
    JOIN "Checklist" c ON c."id" = v."checklistId" WHERE s."deletedAt" IS NULL AND ${where}
    ORDER BY s."id" LIMIT ${CHECKLIST_LIMITS.move + 1}`;
  if (rows.length > CHECKLIST_LIMITS.move) {
    const message = `Move at most ${CHECKLIST_LIMITS.move.toLocaleString("en")} services at a time: narrow the choice.`;
    throw new AppError("refused", { message });
  }
  const found = new Set(rows.map((row) => row.slug));
  const fields = (services ?? []).flatMap((slug, index) =>
    found.has(slug)
      ? []
      : [{ field: `services.${index}`, message: `There is no service "${slug}" to move.` }],
  );
  if (fields[0]) {
    throw new AppError("invalid_input", { message: `${fields[0].field}: ${fields[0].message}`, fields });
  }
  return new Map(rows.map(({ id, team, teamName }) => [id, { team, teamName }]));
}

function conditions(
  checklist: string,
  { from, team, tier, lifecycle, tag }: NonNullable<MoveRequest["filter"]>,
): Prisma.Sql[] {
  return [
    Prisma.sql`s."lifecycle" <> 'retired'`,
    Prisma.sql`c."key" = ${checklist}`,
    ...(from === undefined ? [] : [Prisma.sql`v."number" = ${from}`]),
    ...(team === undefined ? [] : [Prisma.sql`m."slug" = ${team}`]),
    ...(tier === undefined ? [] : [Prisma.sql`s."tier" = ${tier}`]),
    ...(lifecycle === undefined ? [] : [Prisma.sql`s."lifecycle" = ${lifecycle}::"Lifecycle"`]),
    ...(tag === undefined ? [] : [Prisma.sql`${tag} = ANY(s."tags")`]),
  ];
}
