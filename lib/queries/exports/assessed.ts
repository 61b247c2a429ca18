import "server-only";
import type { PortfolioChoice } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import { checklistVersion } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import type { Question } from "../../domain/checklist";
import { type AssessedQuestion, assess } from "../../domain/readiness";
import type { Lifecycle, Source, Tier, Verdict } from "../../domain/vocabulary";
import { servicePages } from "./pages";

/** An answer as an export reads it. */
export interface ExportAnswer {
  verdict: Verdict;
  savedAt: Date;
  /** As JSON: a string. */
  reason: string;
  /** As JSON: [{label, url}] */
  evidence: string;
  version: number;
  savedById: string;
  source: Source;
}

/** A service with its questions as they stand at an instant. */
export interface AssessedService<More> {
  row: More & { slug: string; name: string; team: string; tier: Tier; lifecycle: Lifecycle };
  questions: AssessedQuestion<Question, ExportAnswer>[];
}

export type People = ReadonlyMap<string, { id: string; name: string; email: string }>;

interface Row {
  slug: string;
  name: string;
  team: string;
  tier: Tier;
  lifecycle: Lifecycle;
  tags: string[];
  scopeChangedAt: Date;
  checklistVersionId: string;
  answers: string | null;
}

/** What parts answers, and their columns: signs that JSON, keys and words never hold as they are. */
const [BETWEEN, WITHIN] = ["\u001e", "\u001f"];

// One text a service: reading it costs a fraction of a row an answer.
const COLUMNS = Prisma.sql`s."slug", s."name", m."slug" AS "team", s."tier", s."lifecycle", s."tags",
  s."scopeChangedAt", s."checklistVersionId", (
    SELECT string_agg(concat_ws(${WITHIN}, a."questionKey", a."verdict",
      (extract(epoch FROM a."savedAt") * 1000)::int8, a."version", a."savedById", a."source", to_json(a."reason"),
      a."evidence"), ${BETWEEN}) FROM "Answer" a WHERE a."serviceId" = s."id") AS "answers"`;

/** Everybody by id: one statement. */
export async function loadPeople(): Promise<People> {
  const rows = await reader().person.findMany({ select: { id: true, name: true, email: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The services that the filters leave, assessed at `now`, a page at a time (S1, S5).
 * @param more columns beside those that the assessment needs
 */
export async function* assessedPages<More>(
  choice: PortfolioChoice,
  now: Date,
  more: Prisma.Sql = Prisma.empty,
): AsyncGenerator<AssessedService<More>[]> {
  for await (const page of servicePages<Row & More>(choice, Prisma.sql`${COLUMNS} ${more}`, now)) {
    yield await Promise.all(
      page.map(async (row) => {
        const { questions } = await checklistVersion(row.checklistVersionId);
        return { row, questions: assess(row, questions, unpack(row.answers), [], now) };
      }),
    );
  }
}

function unpack(text: string | null): Map<string, ExportAnswer> {
  const answers = new Map<string, ExportAnswer>();
  for (const packed of text?.split(BETWEEN) ?? []) {
    const [key = "", verdict, at, version, savedById = "", source, reason = "", evidence = ""] =
      packed.split(WITHIN);
    answers.set(key, {
      verdict: verdict as Verdict,
      savedAt: new Date(Number(at)),
      version: Number(version),
      savedById,
      source: source as Source,
      reason,
      evidence,
    });
  }
  return answers;
}
