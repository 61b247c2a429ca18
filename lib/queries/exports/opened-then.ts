import "server-only";
import { checklistVersion, type VersionWithQuestions } from "../../db/published-questions";
import { reader } from "../../db/transaction";
import { type GivenAnswer, givenBy } from "../../domain/effective-verdict";
import { answerRun, type FactsFrom, type FactsLine, foldFacts, lastFlip } from "../../domain/gap-changes";

/** What of its facts decides which questions count. */
const FACTS = {
  serviceId: true,
  at: true,
  teamId: true,
  tier: true,
  tags: true,
  checklistVersionId: true,
} as const;

/**
 * When the gaps that services had at an instant had opened, by their facts and entries up to then (H3). That a service was
 * retired or deleted for a while does not count. Two statements for any number of services.
 */
export async function openedThen(
  ids: readonly string[],
  until: Date,
): Promise<(serviceId: string, question: string) => Date> {
  const where = { serviceId: { in: [...ids] }, at: { lte: until } };
  const orderBy = { id: "asc" as const };
  const rows = await reader().serviceFacts.findMany({ where, orderBy, select: FACTS });
  const versions = new Map<string, VersionWithQuestions>();
  for (const { checklistVersionId: id } of rows) {
    if (!versions.has(id)) versions.set(id, await checklistVersion(id));
  }
  const facts = new Map(ids.map((id) => [id, factsOf(rows.filter((row) => row.serviceId === id))]));
  const entries = new Map<string, GivenAnswer[]>();
  const select = {
    serviceId: true,
    questionKey: true,
    to: true,
    at: true,
    savedAt: true,
    meaning: true,
  } as const;
  for (const { serviceId, questionKey, ...entry } of await reader().entry.findMany({
    where,
    orderBy,
    select,
  })) {
    const key = `${serviceId}/${questionKey}`;
    const before = entries.get(key) ?? [];
    entries.set(key, before);
    before.push(givenBy(entry));
  }
  return (serviceId, question) => {
    const questionOf = (id: string) => versions.get(id)?.questions.find((each) => each.key === question);
    const run = answerRun(entries.get(`${serviceId}/${question}`) ?? []);
    const history = { facts: facts.get(serviceId) ?? [], run, questionOf, counts: () => true };
    const at = lastFlip(history, Number.NEGATIVE_INFINITY, until.getTime());
    return at === null ? until : new Date(at);
  };
}

type Line = Omit<FactsLine, "tier" | "lifecycle" | "deleted"> & { tier: number };

const factsOf = (rows: readonly Line[]): FactsFrom[] =>
  foldFacts(
    rows.map((row) => ({ ...row, tier: row.tier as FactsLine["tier"], lifecycle: "live", deleted: false })),
    null,
  );
