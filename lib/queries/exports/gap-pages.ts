import "server-only";
import type { ExportedGap } from "../../contracts/exports";
import { askedAt } from "../../db/asked-questions";
import { MODELS, modelsOf } from "../../db/cost-model";
import { Prisma } from "../../db/generated/client";
import { checklistVersion } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import type { Question } from "../../domain/checklist";
import { gapConditions, INCIDENTS, OVERDUE } from "../gaps/gap-filters";
import { gapTables, PLAN } from "../gaps/gap-tables";
import { agedStates } from "../services/current-states";
import type { ExportAsked } from "./export";
import { readAhead } from "./read-ahead";

/** How many gaps are read at a time. */
const AT_A_TIME = 500;

type Place = "service" | "serviceName" | "team" | "teamName" | "tier" | "lifecycle";
type Planned = "owner" | "dueOn" | "effortDays" | "state" | "ticket" | "note" | "version";
type Same = "stale" | "accepted" | "incidentsPerYear" | "overdue" | "verdict" | "effectiveVerdict";

/** A gap as an export reads it, with its question among all those of its checklist version, as asked at the moment. */
export interface ReadGap extends Pick<ExportedGap, Place | Same> {
  question: Question;
  questions: readonly Question[];
  openedAt: Date;
  plan: Pick<ExportedGap, Planned> | null;
}

interface Row extends Omit<ReadGap, "question" | "questions" | "verdict" | "effectiveVerdict"> {
  serviceId: string;
  sortValue: string;
  versionId: string;
  models: string;
  questionKey: string;
  /** Null while unanswered. */
  verdict: ExportedGap["verdict"] | null;
  given: ExportedGap["verdict"] | null;
}

/** The gaps of now that the filters of their list leave, by service and question: one statement to see what aged, then one a page. */
export async function* gapPages({ choice, me, moment: { at } }: ExportAsked): AsyncGenerator<ReadGap[]> {
  const aged = await agedStates(at);
  const by = Prisma.sql`lower(s."name") COLLATE "C"`;
  const { sort: _, ...filters } = choice;
  let after: Row | null = null;
  let more = true;
  const rows = async () => {
    if (!more) return null;
    const beyond: Prisma.Sql = after
      ? Prisma.sql`AND (${by}, s."id", g."questionKey" COLLATE "C") >
          (${after.sortValue} COLLATE "C", ${after.serviceId}::uuid, ${after.questionKey} COLLATE "C")`
      : Prisma.empty;
    const read = await reader().$queryRaw<Row[]>`
      SELECT s."id" AS "serviceId", lower(s."name") AS "sortValue", s."slug" AS "service", s."name" AS "serviceName",
        m."slug" AS "team", m."name" AS "teamName", s."tier", s."lifecycle", s."checklistVersionId" AS "versionId",
        ${MODELS} AS "models", g."questionKey", g."verdict", g."given", g."stale", g."accepted", g."openedAt",
        ${INCIDENTS}::float8 AS "incidentsPerYear", ${OVERDUE} AS "overdue", ${PLAN} AS "plan"
      FROM ${gapTables(aged, choice.cost, at)} LEFT JOIN "Person" w ON w."id" = p."ownerId"
      WHERE ${gapConditions(filters, me, at)} ${beyond}
      ORDER BY ${by}, s."id", g."questionKey" COLLATE "C" LIMIT ${AT_A_TIME}`;
    after = read.at(-1) ?? null;
    more = read.length === AT_A_TIME;
    return read;
  };
  for await (const page of readAhead(rows)) yield await Promise.all(page.map((row) => readGap(row, at)));
}

async function readGap(row: Row, at: Date): Promise<ReadGap> {
  const questions = askedAt(await checklistVersion(row.versionId), await modelsOf(row.models), at);
  const question = questions.find((each) => each.key === row.questionKey);
  if (!question) throw new RangeError(`question ${row.questionKey} is not of its service's version`);
  const { verdict, given } = row;
  return {
    ...row,
    question,
    questions,
    verdict: given ?? "unanswered",
    effectiveVerdict: verdict ?? "unanswered",
  };
}
