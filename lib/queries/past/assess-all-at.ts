import "server-only";
import { yieldRegularly } from "../../config/yield-regularly";
import { askedAt } from "../../db/asked-questions";
import { modelsOf } from "../../db/cost-model";
import { checklistVersion } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import type { Question } from "../../domain/checklist";
import type { GivenAnswer } from "../../domain/effective-verdict";
import { type AssessedQuestion, assess, type Readiness, readiness } from "../../domain/readiness";
import type { Verdict } from "../../domain/vocabulary";
import { type FactsThen, loadFactsThen } from "./facts-then";

/** Where a service stood at an instant, computed from its facts and entries of then and nothing else (H3). */
export interface AssessedThen {
  facts: FactsThen;
  /** By question key; also those to questions that did not apply. */
  answers: ReadonlyMap<string, GivenAnswer>;
  questions: AssessedQuestion<Question, GivenAnswer>[];
  readiness: Readiness;
}

/**
 * What was true of many services at an instant, by id: the questions of the checklist version and the rates of then, the newest entry
 * of each up to then, ageing as of then. Two statements for any number of services, and one for each checklist version
 * that this process has not read yet. Services that were not there yet are left out; deleted ones are in.
 * @param ids null: all
 */
export const assessAllAt = async (
  ids: readonly string[] | null,
  at: Date,
): Promise<Map<string, AssessedThen>> => assessThen(await loadFactsThen(ids, at), at);

/** The same for services whose facts of then are known already: one statement. */
export async function assessThen(
  services: readonly FactsThen[],
  at: Date,
): Promise<Map<string, AssessedThen>> {
  if (services.length === 0) return new Map();
  const answers = await answersThen(
    services.map((facts) => facts.id),
    at,
  );
  const models = await modelsOf(services[0]?.models);
  const all = new Map<string, AssessedThen>();
  const breathe = yieldRegularly();
  for (const facts of services) {
    await breathe();
    const checklist = await checklistVersion(facts.checklistVersionId);
    const given = answers.get(facts.id) ?? new Map<string, GivenAnswer>();
    const questions = assess(facts, askedAt(checklist, models, at), given, [], at);
    all.set(facts.id, { facts, answers: given, questions, readiness: readiness(questions, [], at) });
  }
  return all;
}

/**
 * The answers of then by service and question: as they are where they have not changed since, else by one look into the
 * index of their entries.
 */
async function answersThen(ids: readonly string[], at: Date): Promise<Map<string, Map<string, GivenAnswer>>> {
  // One row a service: fifty thousand small ones would take several times as long to read.
  const rows = await reader().$queryRaw<
    { serviceId: string; answers: [string, Verdict, number, number, number | null][] }[]
  >`
    SELECT a."serviceId", json_agg(json_build_array(a."questionKey", coalesce(e."to", a."verdict"),
      round(extract(epoch FROM coalesce(e."savedAt", e."at", a."savedAt")) * 1000), coalesce(e."meaning", a."meaning"),
      round(extract(epoch FROM CASE WHEN e."at" IS NULL THEN a."importedAt" WHEN e."savedAt" IS NOT NULL THEN e."at" END)
        * 1000))) AS "answers"
    FROM "Answer" a LEFT JOIN LATERAL (
      SELECT n."to", n."at", n."savedAt", n."meaning" FROM "Entry" n
      WHERE greatest(a."savedAt", a."importedAt") > ${at}::timestamptz AND n."serviceId" = a."serviceId"
        AND n."questionKey" = a."questionKey" AND n."at" <= ${at}::timestamptz
      ORDER BY n."version" DESC LIMIT 1) e ON true
    WHERE a."serviceId" = ANY(${ids}::uuid[]) AND (greatest(a."savedAt", a."importedAt") <= ${at}::timestamptz OR e."at" IS NOT NULL) GROUP BY 1`;
  return new Map(
    rows.map(({ serviceId, answers }) => [
      serviceId,
      new Map(
        answers.map(([key, verdict, savedAt, meaning, importedAt]) => [
          key,
          {
            ...{ verdict, savedAt: new Date(savedAt), meaning },
            importedAt: importedAt === null ? null : new Date(importedAt),
          },
        ]),
      ),
    ]),
  );
}
