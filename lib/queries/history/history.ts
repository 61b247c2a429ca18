import "server-only";
import type { Scope } from "../../auth/scope";
import type { Entry } from "../../contracts/answers";
import type { History, HistoryFilters, ReadinessPoint } from "../../contracts/scorecard";
import type { Link } from "../../contracts/text";
import { checklistVersion } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import { type IncidentsByCost, totalIncidents } from "../../domain/exposure";
import type { Tier } from "../../domain/vocabulary";

const PAGE = 50;
/** A trend line shows no more than this: the newest ones. */
const MOST_POINTS = 1_000;

/** Readiness points of a span, oldest first, and a page of entries, newest first (H1, H2). Two statements. */
export async function loadHistory(scope: Scope<"service:read">, filters: HistoryFilters): Promise<History> {
  const serviceId = scope.resource.id;
  const span = {
    ...(filters.from ? { gte: new Date(filters.from) } : {}),
    ...(filters.to ? { lte: new Date(filters.to) } : {}),
  };
  const limit = filters.limit ?? PAGE;
  const rows = await reader().entry.findMany({
    where: {
      serviceId,
      at: span,
      ...(filters.question ? { questionKey: filters.question } : {}),
      ...(filters.area ? { questionKey: { in: await keysOfArea(serviceId, filters.area) } } : {}),
      ...(filters.person ? { personId: filters.person } : {}),
      ...(filters.cursor ? { id: { lt: BigInt(filters.cursor) } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    include: { person: { select: { id: true, name: true } } },
  });
  const page = rows.slice(0, limit);
  return {
    points: filters.cursor ? [] : await loadPoints(serviceId, span),
    entries: page.map((row): Entry => {
      const { questionKey, person, from, evidence, id, at, version, kind, source, to, reason } = row;
      return {
        id: String(id),
        question: questionKey,
        version,
        kind,
        at: at.toISOString(),
        by: person,
        source,
        from: from ?? "unanswered",
        to,
        reason,
        evidence: evidence as Link[],
      };
    }),
    nextCursor: rows.length > limit ? String(page.at(-1)?.id) : null,
  };
}

async function keysOfArea(serviceId: string, area: string): Promise<string[]> {
  const service = await reader().service.findUniqueOrThrow({ where: { id: serviceId } });
  const { questions } = await checklistVersion(service.checklistVersionId);
  return questions.filter((question) => question.area === area).map((question) => question.key);
}

async function loadPoints(serviceId: string, at: { gte?: Date; lte?: Date }): Promise<ReadinessPoint[]> {
  type Row = Omit<ReadinessPoint, "at" | "incidents"> & { at: Date; incidents: IncidentsByCost };
  const rows = await reader().$queryRaw<Row[]>`
    SELECT p."at", p."cause", m."slug" AS "team", p."tier", p."lifecycle", p."score", p."standing", p."gaps",
      p."blockers", p."stale", p."incidents"
    FROM "ReadinessPoint" p JOIN "Team" m ON m."id" = p."teamId"
    WHERE p."serviceId" = ${serviceId}::uuid AND p."at" >= ${at.gte ?? new Date(0)} AND p."at" <= ${at.lte ?? new Date(8.64e14)}
    ORDER BY p."at" DESC, p."id" DESC LIMIT ${MOST_POINTS}`;
  return rows.reverse().map((row) => ({
    ...row,
    tier: row.tier as Tier,
    at: row.at.toISOString(),
    incidents: totalIncidents(row.incidents),
  }));
}
