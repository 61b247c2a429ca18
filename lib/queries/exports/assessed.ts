import "server-only";
import type { PortfolioChoice } from "../../contracts/portfolio";
import { askedAt } from "../../db/asked-questions";
import { MODELS, modelsOf } from "../../db/cost-model";
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
  meaning: number;
  /** As JSON: a string. */
  reason: string;
  /** As JSON: [{label, url}] */
  evidence: string;
  version: number;
  savedById: string;
  source: Source;
}

/** A service, and its questions as they stand at an instant: assessed when they are asked for, since they are many. */
export interface AssessedService {
  row: { slug: string; name: string; team: string; tier: Tier; lifecycle: Lifecycle };
  questions(): AssessedQuestion<Question, ExportAnswer>[];
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
  models: string;
}

/** What parts answers, and their columns: signs that JSON, keys and words never hold as they are. */
const [BETWEEN, WITHIN] = ["\u001e", "\u001f"];

// One text a service: reading it costs a fraction of a row an answer.
const COLUMNS = Prisma.sql`s."slug", s."name", m."slug" AS "team", s."tier", s."lifecycle", s."tags",
  s."scopeChangedAt", s."checklistVersionId", (
    SELECT string_agg(concat_ws(${WITHIN}, a."questionKey", a."verdict",
      (extract(epoch FROM a."savedAt") * 1000)::int8, a."version", a."meaning", a."savedById", a."source", to_json(a."reason"),
      a."evidence"), ${BETWEEN}) FROM "Answer" a WHERE a."serviceId" = s."id") AS "answers", ${MODELS} AS "models"`;

/** Everybody by id: one statement. */
export async function loadPeople(): Promise<People> {
  const rows = await reader().person.findMany({ select: { id: true, name: true, email: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The services that the filters leave, to be assessed at `now`, a page at a time (S1, S5). */
export async function* assessedPages(choice: PortfolioChoice, now: Date): AsyncGenerator<AssessedService[]> {
  for await (const page of servicePages<Row>(choice, COLUMNS, now)) {
    yield await Promise.all(
      page.map(async (row) => {
        const checklist = await checklistVersion(row.checklistVersionId);
        const asked = askedAt(checklist, await modelsOf(row.models), now);
        return { row, questions: () => assess(row, asked, unpack(row.answers), [], now) };
      }),
    );
  }
}

function unpack(text: string | null): Map<string, ExportAnswer> {
  const answers = new Map<string, ExportAnswer>();
  for (const packed of text?.split(BETWEEN) ?? []) {
    const [key = "", verdict, at, version, meaning, savedById = "", source, reason = "", evidence = ""] =
      packed.split(WITHIN);
    answers.set(key, {
      verdict: verdict as Verdict,
      savedAt: new Date(Number(at)),
      version: Number(version),
      meaning: Number(meaning),
      savedById,
      source: source as Source,
      reason,
      evidence,
    });
  }
  return answers;
}
