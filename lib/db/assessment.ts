import type { Question } from "../domain/checklist";
import type { GivenAnswer } from "../domain/effective-verdict";
import { type AssessedQuestion, assess, type Readiness, readiness } from "../domain/readiness";
import type { Lifecycle, Tier, Verdict } from "../domain/vocabulary";
import { askedAt } from "./asked-questions";
import { type ModelInForce, modelsOf, modelThen } from "./cost-model";
import { Prisma } from "./generated/client";
import { checklistVersion, type VersionWithQuestions } from "./published-questions";
import { reader } from "./transaction";

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

/** The answers of one service as one value of a statement, to read with answersOf. */
export type AnswersRead = (Omit<AnswerRow, "savedAt"> & { savedAt: string })[];

/**
 * The current answers of a service, as a column: one value, which is read at once; field by field fifty answers take
 * longer than everything else that saving one does.
 */
export const answersSql = (serviceId: string) => Prisma.sql`(
    SELECT coalesce(json_agg(x), '[]') FROM (
      SELECT a."questionKey", a."verdict", a."reason", a."evidence", a."version", a."savedAt", a."savedById",
        a."meaning", p."name" AS "savedByName"
      FROM "Answer" a JOIN "Person" p ON p."id" = a."savedById" WHERE a."serviceId" = ${serviceId}::uuid) x)`;

/** What answersSql read, by question key. */
export const answersOf = (read: AnswersRead | undefined): Map<string, AnswerRow> =>
  new Map((read ?? []).map((row) => [row.questionKey, { ...row, savedAt: new Date(row.savedAt) }]));

/** The current answers of a service by question key. */
async function loadAnswers(serviceId: string): Promise<Map<string, AnswerRow>> {
  const [found] = await reader().$queryRaw<{ answers: AnswersRead }[]>`
    SELECT ${answersSql(serviceId)} AS "answers"`;
  return answersOf(found?.answers);
}

/** Assesses a service at `now` from its rows. @param answers when the caller has them (or newer ones) already */
export async function assessService(
  service: ServiceRow,
  now: Date,
  answers?: ReadonlyMap<string, AnswerRow>,
): Promise<Assessment> {
  return assessAnswers(service, now, answers ?? (await loadAnswers(service.id)));
}

/** Assesses a service at `now`, by the rates in force then (R2), from answers of which the caller read no more than it needs. */
export async function assessAnswers<A extends GivenAnswer>(
  service: ServiceRow,
  now: Date,
  answers: ReadonlyMap<string, A>,
): Promise<Assessment<A>> {
  const checklist = await checklistVersion(service.checklistVersionId);
  const models = await modelsOf(service.models);
  const asked = askedAt(checklist, models, now);
  const questions = assess(service, asked, answers, [], now);
  const model = modelThen(models, now);
  return { checklist, answers, questions, readiness: readiness(questions, [], now), model };
}
