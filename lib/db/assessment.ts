import type { Question } from "../domain/checklist";
import type { GivenAnswer } from "../domain/effective-verdict";
import { type AssessedQuestion, assess, type Readiness, readiness } from "../domain/readiness";
import type { Lifecycle, Source, Tier, Verdict } from "../domain/vocabulary";
import type { StandingWaiver } from "../domain/waiver";
import { askedAt } from "./asked-questions";
import { type ModelInForce, modelsOf, modelThen } from "./cost-model";
import { Prisma } from "./generated/client";
import { checklistVersion, type VersionWithQuestions } from "./published-questions";
import { reader } from "./transaction";
import { type OpenWaiversRead, openWaiversOf, openWaiversSql, standingOf } from "./waivers";

/** The facts of a service that its readiness depends on, as its row has them. */
export interface ServiceRow {
  id: string;
  slug: string;
  teamId: string;
  name: string;
  tier: Tier;
  lifecycle: Lifecycle;
  tags: string[];
  checklistVersionId: string;
  scopeChangedAt: Date;
  version: number;
  deletedAt: Date | null;
  /** What MODELS said when it was read; asked for when left out. */
  models?: string;
}

/** An answer as its row has it, with the name of who saved it. */
export interface AnswerRow {
  questionKey: string;
  verdict: Verdict;
  reason: string;
  evidence: { label: string; url: string }[];
  version: number;
  savedAt: Date;
  savedById: string;
  savedByName: string;
  /** What the question meant when it was saved or confirmed (S5). */
  meaning: number;
  source: Source;
  /** When one that was given elsewhere came here, and who imported it; null for one that was given here. */
  importedAt: Date | null;
  importedById: string | null;
  importedByName: string | null;
  /** Who gave it, and how, as the file says; a claim. */
  claimedBy: string | null;
  claimedSource: Source | null;
  tokenName: string | null;
}

/** Everything that is true of a service at an instant: the one place where rows meet the rules. */
export interface Assessment<A extends GivenAnswer = AnswerRow> {
  checklist: VersionWithQuestions;
  answers: ReadonlyMap<string, A>;
  questions: AssessedQuestion<Question, A>[];
  readiness: Readiness;
  /** The cost model in force at that instant; null before anybody set one. */
  model: ModelInForce | null;
}

/** The columns of AnswerRow, of an answer `a`. */
const ANSWER_COLUMNS = Prisma.sql`a."questionKey", a."verdict", a."reason", a."evidence", a."version", a."savedAt",
  a."savedById", a."meaning", a."source", a."importedAt", a."importedById", a."claimedBy", a."claimedSource",
  a."tokenName", p."name" AS "savedByName", i."name" AS "importedByName"`;
/** Where they are read from. */
const ANSWERS = Prisma.sql`"Answer" a JOIN "Person" p ON p."id" = a."savedById"
  LEFT JOIN "Person" i ON i."id" = a."importedById"`;
/** The answers of services as rows: what selects them goes behind it, beginning with WHERE. */
export const SELECT_ANSWERS = Prisma.sql`SELECT a."serviceId", ${ANSWER_COLUMNS} FROM ${ANSWERS}`;

/** The answers of one service as one value of a statement, to read with answersOf. */
export type AnswersRead = (Omit<AnswerRow, "savedAt" | "importedAt"> & {
  savedAt: string;
  importedAt: string | null;
})[];

/**
 * The current answers of a service, as a column: one value, which is read at once; field by field fifty answers take
 * longer than everything else that saving one does.
 */
const answersSql = (serviceId: string) => Prisma.sql`(
    SELECT coalesce(json_agg(x), '[]') FROM (
      SELECT ${ANSWER_COLUMNS} FROM ${ANSWERS} WHERE a."serviceId" = ${serviceId}::uuid) x)`;

/** What answersSql read, by question key. */
const answersOf = (read: AnswersRead | undefined): Map<string, AnswerRow> =>
  new Map((read ?? []).flatMap((row) => answerOf(row) ?? []).map((row) => [row.questionKey, row]));

/** One answer as one value of a statement, to read with answerOf; null where there is none. */
export const answerSql = (serviceId: string, question: string) => Prisma.sql`(
    SELECT row_to_json(x) FROM (SELECT ${ANSWER_COLUMNS} FROM ${ANSWERS}
      WHERE a."serviceId" = ${serviceId}::uuid AND a."questionKey" = ${question}) x)`;

/** What answerSql read. */
export const answerOf = (read: AnswersRead[number] | null): AnswerRow | null =>
  read && {
    ...read,
    savedAt: new Date(read.savedAt),
    importedAt: read.importedAt === null ? null : new Date(read.importedAt),
  };

/**
 * What the rules need of the current answers of a service, as one value of a statement, to read with givenOf: a few bytes
 * of each, where fifty texts take longer than everything else that saving one does.
 */
export const givenSql = (serviceId: Prisma.Sql) => Prisma.sql`(
    SELECT coalesce(json_agg(json_build_array(a."questionKey", a."verdict", a."meaning",
      round(extract(epoch FROM a."savedAt") * 1000), round(extract(epoch FROM a."importedAt") * 1000))), '[]')
    FROM "Answer" a WHERE a."serviceId" = ${serviceId})`;
export type GivenRead = [
  question: string,
  Verdict,
  meaning: number,
  savedAt: number,
  importedAt: number | null,
][];

/** What givenSql read, by question key. */
export const givenOf = (read: GivenRead): Map<string, GivenAnswer> =>
  new Map(
    read.map(([question, verdict, meaning, savedAt, importedAt]) => [
      question,
      {
        ...{ verdict, meaning, savedAt: new Date(savedAt) },
        importedAt: importedAt === null ? null : new Date(importedAt),
      },
    ]),
  );

/** Assesses a service at `now` from its rows. */
export async function assessService(service: ServiceRow, now: Date): Promise<Assessment> {
  const { id } = service;
  const [found] = await reader().$queryRaw<{ answers: AnswersRead; waivers: OpenWaiversRead }[]>`
    SELECT ${answersSql(id)} AS "answers", ${openWaiversSql(Prisma.sql`${id}::uuid`)} AS "waivers"`;
  const waivers = standingOf(openWaiversOf(found?.waivers ?? null));
  return assessAnswers(service, now, answersOf(found?.answers), waivers);
}

/**
 * Assesses a service at `now`, by the rates in force then (R2), from answers of which the caller read no more than it needs.
 * @param waivers those that nothing but their date ends
 */
export async function assessAnswers<A extends GivenAnswer>(
  service: ServiceRow,
  now: Date,
  answers: ReadonlyMap<string, A>,
  waivers: readonly StandingWaiver[],
): Promise<Assessment<A>> {
  const checklist = await checklistVersion(service.checklistVersionId);
  const models = await modelsOf(service.models);
  const asked = askedAt(checklist, models, now);
  const questions = assess(service, asked, answers, waivers, now);
  const model = modelThen(models, now);
  return { checklist, answers, questions, readiness: readiness(questions, now), model };
}
