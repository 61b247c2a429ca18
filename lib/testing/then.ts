import { db } from "../db/client";
import { checklistVersion } from "../db/published-questions";
import type { Question } from "../domain/checklist";
import type { GivenAnswer } from "../domain/effective-verdict";
import { type AssessedQuestion, assess, type Readiness, readiness } from "../domain/readiness";
import type { Lifecycle, Tier } from "../domain/vocabulary";
import { isInForce } from "../domain/waiver";
import { modelRows, naiveRates } from "./rates";

/** What a service was at an instant. */
export interface NaiveThen {
  teamId: string;
  tier: Tier;
  lifecycle: Lifecycle;
  deleted: boolean;
  questions: AssessedQuestion<Question, GivenAnswer>[];
  readiness: Readiness;
}

const orderBy = { id: "asc" as const };

/**
 * The rows that the past is told from, of one service or of all. Whoever asks about many instants reads them once and hands them on,
 * and writes nothing meanwhile.
 */
export async function naiveRows(serviceId?: string) {
  const where = serviceId === undefined ? {} : { serviceId };
  const facts = await db().serviceFacts.findMany({ where, orderBy });
  const entries = await db().entry.findMany({ where, orderBy });
  const waivers = await db().waiver.findMany({ where: { ...where, state: { in: ["in_force", "ended"] } } });
  const models = await modelRows();
  return { facts: byService(facts), entries: byService(entries), waivers: byService(waivers), models };
}
function byService<T extends { serviceId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.serviceId);
    if (own) own.push(row);
    else found.set(row.serviceId, [row]);
  }
  return found;
}

/** What naiveRows gives. */
export type NaiveRows = Awaited<ReturnType<typeof naiveRows>>;

/**
 * A service at an instant, told from its entries and facts alone, line by line from the first one: what every other way of
 * asking about the past is compared with. @returns null before the service was there
 */
export async function naiveThen(serviceId: string, at: Date, rows?: NaiveRows): Promise<NaiveThen | null> {
  const read = rows ?? (await naiveRows(serviceId));
  const lines = read.facts.get(serviceId) ?? [];
  let facts: (typeof lines)[number] | null = null;
  let scopeChangedAt = at;
  for (const line of lines) {
    if (line.at > at) break;
    const scope = (of: typeof line) => `${of.tier} ${[...of.tags].sort().join()}`;
    if (facts === null || scope(facts) !== scope(line)) scopeChangedAt = line.at;
    facts = line;
  }
  if (facts === null) return null;
  const answers = new Map<string, GivenAnswer>();
  for (const entry of read.entries.get(serviceId) ?? []) {
    if (entry.at <= at) {
      const importedAt = entry.savedAt === null ? null : entry.at;
      const savedAt = entry.savedAt ?? entry.at;
      answers.set(entry.questionKey, { verdict: entry.to, savedAt, importedAt, meaning: entry.meaning });
    }
  }
  const { tier, tags, teamId, lifecycle, deleted, checklistVersionId } = facts;
  const checklist = await checklistVersion(checklistVersionId);
  const service = { tier: tier as Tier, tags, scopeChangedAt };
  const waivers = (read.waivers.get(serviceId) ?? []).flatMap((row) => {
    const { questionKey, decidedAt: grantedAt, endsAt, endedAt } = row;
    if (!grantedAt || !endsAt) return [];
    return isInForce({ grantedAt, endsAt, endedAt }, at) ? [{ questionKey, endsAt }] : [];
  });
  const asked = await naiveRates(checklist.questions, at, read.models);
  const questions = assess(service, asked, answers, waivers, at);
  return {
    teamId,
    tier: tier as Tier,
    lifecycle,
    deleted,
    questions,
    readiness: readiness(questions, at),
  };
}
