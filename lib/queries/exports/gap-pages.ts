import "server-only";
import type { ExportedGap } from "../../contracts/exports";
import { MODELS } from "../../db/cost-model";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { gapConditions, INCIDENTS } from "../gaps/gap-filters";
import { gapTables, PLAN } from "../gaps/gap-tables";
import { agedStates } from "../services/current-states";
import type { ExportAsked } from "./export";
import { readAhead } from "./read-ahead";

/** How many gaps are read at a time. */
const AT_A_TIME = 500;

type Place = "service" | "serviceName" | "team" | "tier" | "lifecycle" | "question";
type Planned = "owner" | "dueOn" | "effortDays" | "state" | "ticket" | "note" | "version";

/** A gap as an export reads it; verdicts are null while unanswered. */
export interface GapExportRow
  extends Pick<ExportedGap, Place | "stale" | "accepted" | "critical" | "incidentsPerYear"> {
  serviceId: string;
  sortValue: string;
  versionId: string;
  models: string;
  given: ExportedGap["verdict"] | null;
  verdict: ExportedGap["verdict"] | null;
  openedAt: Date;
  plan: Pick<ExportedGap, Planned> | null;
}

/** Gaps that the filters of their list leave, by service and question: one statement to see what aged, then one a page. */
export async function* gapPages({ choice, me, now }: ExportAsked): AsyncGenerator<GapExportRow[]> {
  const aged = await agedStates(now);
  const by = Prisma.sql`lower(s."name") COLLATE "C"`;
  const read = (after: GapExportRow | null) => {
    const beyond = after
      ? Prisma.sql`AND (${by}, s."id", g."questionKey" COLLATE "C") >
          (${after.sortValue} COLLATE "C", ${after.serviceId}::uuid, ${after.question} COLLATE "C")`
      : Prisma.empty;
    return reader().$queryRaw<GapExportRow[]>`
      SELECT s."id" AS "serviceId", lower(s."name") AS "sortValue", s."slug" AS "service", s."name" AS "serviceName",
        m."slug" AS "team", s."tier", s."lifecycle", s."checklistVersionId" AS "versionId", ${MODELS} AS "models",
        g."questionKey" AS "question", g."verdict", g."given", g."stale", g."accepted", g."critical", g."openedAt",
        ${INCIDENTS}::float8 AS "incidentsPerYear", ${PLAN} AS "plan"
      FROM ${gapTables(aged, choice.cost, now)} LEFT JOIN "Person" w ON w."id" = p."ownerId"
      WHERE ${gapConditions(choice, me, now)} ${beyond}
      ORDER BY ${by}, s."id", g."questionKey" COLLATE "C" LIMIT ${AT_A_TIME}`;
  };
  yield* readAhead(read, AT_A_TIME);
}
