import "server-only";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import type { ChangeCause, FactsLine } from "../../domain/gap-changes";
import type { Verdict } from "../../domain/vocabulary";

/** A span of time: after `since`, up to and with `until`. */
export interface Span {
  since: Date;
  until: Date;
}

/**
 * The services to which anything happened in a span, with what: those with points in it, and those that aged in it
 * without the job having written it down yet. One statement that looks at current rows and at the span's points only.
 * @param service short name of the only one to look at
 */
export async function loadCandidates(
  { since, until }: Span,
  service: string | undefined,
): Promise<Map<string, ChangeCause[]>> {
  const only = service === undefined ? Prisma.empty : Prisma.sql`AND s."slug" = ${service}`;
  const rows = await reader().$queryRaw<{ id: string; causes: ChangeCause[]; aged: boolean }[]>`
    SELECT s."id", coalesce(p."causes", '{}') AS "causes",
      coalesce(t."nextChangeAt" <= ${until}::timestamptz, false) AND s."deletedAt" IS NULL AS "aged"
    FROM "ServiceState" t JOIN "Service" s ON s."id" = t."serviceId" LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT r."cause"::text) AS "causes" FROM "ReadinessPoint" r
      WHERE r."serviceId" = s."id" AND r."at" > ${since}::timestamptz AND r."at" <= ${until}::timestamptz
    ) p ON t."computedAt" > ${since}::timestamptz
    WHERE (t."computedAt" > ${since}::timestamptz OR t."nextChangeAt" <= ${until}::timestamptz) ${only}`;
  return new Map(
    rows
      .filter(({ causes, aged }) => aged || causes.length > 0)
      .map(({ id, causes, aged }) => [id, aged ? [...new Set<ChangeCause>([...causes, "ageing"])] : causes]),
  );
}

/** The lines of facts that services got in a span, oldest first, by service: one statement. */
export async function loadFactsWithin(
  ids: readonly string[],
  { since, until }: Span,
): Promise<Map<string, FactsLine[]>> {
  const rows = await reader().$queryRaw<(FactsLine & { serviceId: string })[]>`
    SELECT f."serviceId", f."at", f."tier", f."tags", f."lifecycle", f."checklistVersionId", f."deleted"
    FROM "ServiceFacts" f WHERE f."serviceId" = ANY(${ids}::uuid[]) AND f."at" > ${since}::timestamptz
      AND f."at" <= ${until}::timestamptz ORDER BY f."at", f."id"`;
  const byService = new Map<string, FactsLine[]>();
  for (const { serviceId, ...line } of rows) {
    const lines = byService.get(serviceId);
    if (lines) lines.push(line);
    else byService.set(serviceId, [line]);
  }
  return byService;
}

/** An entry as ageing sees it. */
export interface EntryLine {
  serviceId: string;
  questionKey: string;
  verdict: Verdict;
  savedAt: Date;
  importedAt: Date | null;
  meaning: number;
}

/** The entries that some questions of some services got in a span, oldest first: one statement. */
export async function loadEntriesWithin(
  asked: readonly { serviceId: string; questionKey: string }[],
  { since, until }: Span,
): Promise<EntryLine[]> {
  if (asked.length === 0) return [];
  return reader().$queryRaw<EntryLine[]>`
    SELECT e."serviceId", e."questionKey", e."to" AS "verdict", coalesce(e."savedAt", e."at") AS "savedAt",
      CASE WHEN e."savedAt" IS NOT NULL THEN e."at" END AS "importedAt", e."meaning"
    FROM unnest(${asked.map((each) => each.serviceId)}::uuid[], ${asked.map((each) => each.questionKey)}::text[])
      AS q("serviceId", "questionKey")
    JOIN "Entry" e ON e."serviceId" = q."serviceId" AND e."questionKey" = q."questionKey"
    WHERE e."at" > ${since}::timestamptz AND e."at" <= ${until}::timestamptz ORDER BY e."at", e."version"`;
}
