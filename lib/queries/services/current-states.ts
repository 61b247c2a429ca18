import "server-only";
import { cache } from "react";
import { assessAnswers, type ServiceRow } from "../../db/assessment";
import { MODELS } from "../../db/cost-model";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { agesOutAt, type GivenAnswer } from "../../domain/effective-verdict";
import { type GapRow, gapRow } from "../../domain/gap-row";
import type { AssessedQuestion, Readiness } from "../../domain/readiness";

/** Columns of a current row, as recomputed for a service that aged since the row was written. */
export interface AgedState extends Omit<Readiness, "nextChangeAt"> {
  serviceId: string;
  /** Its gaps; one that ageing opened did so at `openedAt`, an older one has its instant in its row. */
  gapRows: (GapRow & { openedAt: Date })[];
}

/**
 * The services whose current row is behind the clock (`nextChangeAt` has passed), computed as of `now`: normally none,
 * because the ageing job keeps up. Two statements when there are some, one when not; a page that asks for all of them
 * at the same `now` again gets the same ones.
 * @param ids only these; all when left out
 */
export const agedStates = (now: Date, ids?: readonly string[]): Promise<AgedState[]> =>
  ids ? readAged(now, ids) : readAllAged(now);

const readAllAged = cache((now: Date) => readAged(now, null));

async function readAged(now: Date, ids: readonly string[] | null): Promise<AgedState[]> {
  const among = ids ? Prisma.sql`AND s."id" = ANY(${ids}::uuid[])` : Prisma.empty;
  const services = await reader().$queryRaw<ServiceRow[]>`
    SELECT s."id", s."slug", s."teamId", s."name", s."tier", s."lifecycle", s."tags", s."checklistVersionId",
      s."scopeChangedAt", s."version", s."deletedAt", ${MODELS} AS "models"
    FROM "ServiceState" t JOIN "Service" s ON s."id" = t."serviceId"
    WHERE t."nextChangeAt" <= ${now} AND s."deletedAt" IS NULL ${among}`;
  if (services.length === 0) return [];
  const rows = await reader().$queryRaw<(GivenAnswer & { serviceId: string; questionKey: string })[]>`
    SELECT a."serviceId", a."questionKey", a."verdict", a."savedAt", a."importedAt", a."meaning"
    FROM "Answer" a WHERE a."serviceId" = ANY(${services.map((each) => each.id)}::uuid[])`;
  const byService = new Map<string, Map<string, GivenAnswer>>();
  for (const row of rows) {
    const answers = byService.get(row.serviceId) ?? new Map<string, GivenAnswer>();
    byService.set(row.serviceId, answers.set(row.questionKey, row));
  }
  return Promise.all(
    services.map(async (service) => {
      const answers = byService.get(service.id) ?? new Map<string, GivenAnswer>();
      const { questions, readiness } = await assessAnswers(service, now, answers);
      const { nextChangeAt: _, ...state } = readiness;
      const gapRows = questions.flatMap((each) =>
        gapRow(each).map((row) => ({ ...row, openedAt: openedBy(each) ?? now })),
      );
      return { serviceId: service.id, ...state, gapRows };
    }),
  );
}

/** When age opened a gap (S5); null for one that something else opened. */
export const openedBy = ({ answer, question, stale, changed }: AssessedQuestion): Date | null =>
  answer && stale && !changed && answer.meaning !== 0 && answer.verdict !== "not_applicable"
    ? agesOutAt(answer, question)
    : null;

/**
 * The current rows as a table for SQL, aged ones replaced by what they are now: use as `FROM ${currentRows(aged)} t`.
 */
export function currentRows(aged: readonly AgedState[]): Prisma.Sql {
  if (aged.length === 0) return Prisma.sql`"ServiceState"`;
  const columns = Prisma.raw(
    '"serviceId", "score", "standing", "counting", "answered", "gaps", "blockers", "accepted", "stale", "unclear", "unanswered", "weight", "incidents", "areas"',
  );
  return Prisma.sql`(
    SELECT ${columns} FROM "ServiceState" WHERE "serviceId" <> ALL(${aged.map((each) => each.serviceId)}::uuid[])
    UNION ALL
    SELECT ${columns} FROM jsonb_to_recordset(${JSON.stringify(aged)}::jsonb) AS a("serviceId" uuid, "score" int,
      "standing" "Standing", "counting" int, "answered" int, "gaps" int, "blockers" int, "accepted" int, "stale" int,
      "unclear" int, "unanswered" int, "weight" int, "incidents" jsonb, "areas" jsonb))`;
}
