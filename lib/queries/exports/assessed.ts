import "server-only";
import { askedAt } from "../../db/asked-questions";
import { MODELS, modelsOf } from "../../db/cost-model";
import { Prisma } from "../../db/generated/client";
import { checklistVersion } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import type { Question } from "../../domain/checklist";
import { type AssessedQuestion, assess } from "../../domain/readiness";
import type { Lifecycle, Source, Tier, Verdict } from "../../domain/vocabulary";
import type { ExportAsked } from "./export";
import { servicePages } from "./pages";

/** An answer as an export reads it. */
export interface ExportAnswer {
  verdict: Verdict;
  savedAt: Date;
  meaning: number;
  /** As JSON: a string. */
  reason: string;
  /** As JSON: [{label, url}] */
  evidence: string;
  version: number;
  savedById: string;
  source: Source;
  importedAt: Date | null;
  origin: ExportOrigin | null;
}

/** How an answer that no person saved here came to be here, people by id. */
export interface ExportOrigin {
  token: string | null;
  importedBy: string | null;
  importedAt: string | null;
  claimedBy: string | null;
  claimedSource: Source | null;
}

/** A service, and its questions as they stand at an instant: assessed when they are asked for, since they are many. */
export interface AssessedService {
  row: {
    id: string;
    slug: string;
    name: string;
    team: string;
    tier: Tier;
    lifecycle: Lifecycle;
    teamName: string;
  };
  /** Every one of its checklist version, with the rates in force at that instant (R2). */
  asked: readonly Question[];
  questions(): AssessedQuestion<Question, ExportAnswer>[];
}

export type People = ReadonlyMap<string, { id: string; name: string; email: string }>;

interface Row {
  slug: string;
  name: string;
  team: string;
  teamName: string;
  tier: Tier;
  lifecycle: Lifecycle;
  tags: string[];
  scopeChangedAt: Date;
  checklistVersionId: string;
  answers: string | null;
  models: string;
}

/** What parts answers, and their columns: signs that JSON, keys and words never hold as they are. */
const [BETWEEN, WITHIN] = ["\u001e", "\u001f"];

/** The answers of a service `s` as a table: the current ones, or the newest entry of each at an earlier instant (H1, H3). */
const answersAt = ({ at, past }: ExportAsked["moment"]): Prisma.Sql =>
  past
    ? Prisma.sql`(SELECT e."questionKey", e."to" AS "verdict", coalesce(e."savedAt", e."at") AS "savedAt", e."version", e."meaning",
      e."personId" AS "savedById", e."source", e."reason", e."evidence", e."tokenName", e."importedById", e."claimedBy",
      e."claimedSource", CASE WHEN e."importedById" IS NOT NULL THEN e."at" END AS "importedAt"
    FROM "Answer" c CROSS JOIN LATERAL (
      SELECT * FROM "Entry" n WHERE n."serviceId" = c."serviceId" AND n."questionKey" = c."questionKey"
        AND n."at" <= ${at}::timestamptz ORDER BY n."version" DESC LIMIT 1) e WHERE c."serviceId" = s."id")`
    : Prisma.sql`(SELECT * FROM "Answer" c WHERE c."serviceId" = s."id")`;

// One text a service: reading it costs a fraction of a row an answer.
const columnsAt = (moment: ExportAsked["moment"]) => Prisma.sql`s."slug", s."name", m."slug" AS "team",
  m."name" AS "teamName", s."tier", s."lifecycle", s."tags", s."scopeChangedAt", s."checklistVersionId", (
    SELECT string_agg(concat_ws(${WITHIN}, a."questionKey", a."verdict",
      (extract(epoch FROM a."savedAt") * 1000)::int8, a."version", a."meaning", a."savedById", a."source", to_json(a."reason"),
      a."evidence", CASE a."source" WHEN 'person' THEN '' ELSE json_build_object('token', a."tokenName", 'importedBy',
        a."importedById", 'importedAt', a."importedAt", 'claimedBy', a."claimedBy", 'claimedSource', a."claimedSource")::text
      END), ${BETWEEN}) FROM ${answersAt(moment)} a) AS "answers", ${MODELS} AS "models"`;

/** Everybody by id: one statement. */
export async function loadPeople(): Promise<People> {
  const rows = await reader().person.findMany({ select: { id: true, name: true, email: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The services that the filters leave, to be assessed at the moment asked about, a page at a time (S1, S5, H3).
 * @param more a further condition on them
 */
export async function* assessedPages(
  exported: ExportAsked,
  more?: Prisma.Sql,
): AsyncGenerator<AssessedService[]> {
  const { at } = exported.moment;
  for await (const page of servicePages<Row>(exported, columnsAt(exported.moment), more)) {
    yield await Promise.all(
      page.map(async (row) => {
        const checklist = await checklistVersion(row.checklistVersionId);
        const asked = askedAt(checklist, await modelsOf(row.models), at);
        return { row, asked, questions: () => assess(row, asked, unpack(row.answers), [], at) };
      }),
    );
  }
}

function unpack(text: string | null): Map<string, ExportAnswer> {
  const answers = new Map<string, ExportAnswer>();
  for (const packed of text?.split(BETWEEN) ?? []) {
    const [
      key = "",
      verdict,
      at,
      version,
      meaning,
      savedById = "",
      source,
      reason = "",
      evidence = "",
      how = "",
    ] = packed.split(WITHIN);
    const origin: ExportOrigin | null = how === "" ? null : JSON.parse(how);
    answers.set(key, {
      verdict: verdict as Verdict,
      savedAt: new Date(Number(at)),
      version: Number(version),
      meaning: Number(meaning),
      savedById,
      source: source as Source,
      reason,
      evidence,
      importedAt: origin?.importedAt ? new Date(origin.importedAt) : null,
      origin,
    });
  }
  return answers;
}
