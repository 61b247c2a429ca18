import "server-only";
import { yieldRegularly } from "../../config/yield-regularly";
import type { Changes } from "../../contracts/changes";
import { checklistVersion } from "../../db/published-questions";
import type { Question } from "../../domain/checklist";
import { openness } from "../../domain/exposure";
import {
  answerRun,
  type ChangeCause,
  causeAt,
  countsThen,
  type FactsFrom,
  type FactsLine,
  foldFacts,
  lastFlip,
} from "../../domain/gap-changes";
import { sumOf } from "../../domain/sum";
import type { AnswerState } from "../../domain/vocabulary";
import type { AssessedThen } from "../past/assess-all-at";
import { type EntryLine, loadEntriesWithin, loadFactsWithin, type Span } from "./candidates";

/** A service at both ends of a span; null where it was not there yet. */
export interface Ends {
  id: string;
  from: AssessedThen | null;
  to: AssessedThen | null;
}

type ChangedGap = Changes["gaps"]["opened"][number];
export interface ChangedGaps {
  opened: ChangedGap[];
  closed: ChangedGap[];
}

interface Difference {
  id: string;
  way: keyof ChangedGaps;
  question: Question;
  verdict: AnswerState;
  shown: AssessedThen;
}

/** The gaps that are open at one end of a span only, with when and why they last changed. Two statements. */
export async function changedGaps(ends: readonly Ends[], span: Span): Promise<ChangedGaps> {
  const differences = ends.flatMap(({ id, from, to }) => [
    ...onlyIn(to, from).map((gap) => ({ id, way: "opened" as const, ...gap })),
    ...onlyIn(from, to).map((gap) => ({ id, way: "closed" as const, ...gap })),
  ]);
  const changes: ChangedGaps = { opened: [], closed: [] };
  if (differences.length === 0) return changes;
  const asked = differences.map(({ id, question }) => ({ serviceId: id, questionKey: question.key }));
  const lines = await loadFactsWithin([...new Set(asked.map((each) => each.serviceId))], span);
  const entries = byQuestion(await loadEntriesWithin(asked, span));
  const questionOf = await questionsOf(ends, lines);
  const factsOf = new Map(ends.map(({ id, from }) => [id, factsWithin(from, lines.get(id) ?? [])]));
  const fromOf = new Map(ends.map((each) => [each.id, each.from]));
  const breathe = yieldRegularly();
  for (const difference of differences) {
    await breathe();
    const { id, question } = difference;
    const before = fromOf.get(id)?.answers.get(question.key);
    const answers = [...(before ? [before] : []), ...(entries.get(`${id} ${question.key}`) ?? [])];
    const history = {
      facts: factsOf.get(id) ?? [],
      run: answerRun(answers),
      questionOf: (version: string) => questionOf(version, question.key),
      counts: countsThen,
    };
    const at = lastFlip(history, span.since.getTime(), span.until.getTime());
    if (at === null) throw new RangeError(`gap ${question.key} of ${id} changed by nothing`);
    changes[difference.way].push(present(difference, { at: new Date(at), cause: causeAt(history, at) }));
  }
  return changes;
}

/** Whether a service counted (S8): only then anything about it was open. */
export const counted = ({ facts }: AssessedThen): boolean =>
  facts.deletedAt === null && facts.lifecycle !== "retired";

/** The gaps of one end that the other does not have. */
function onlyIn(end: AssessedThen | null, other: AssessedThen | null): Omit<Difference, "id" | "way">[] {
  if (!end || !counted(end)) return [];
  const there = new Set(
    other && counted(other) ? other.questions.flatMap((each) => (each.gap ? [each.question.key] : [])) : [],
  );
  return end.questions
    .filter(({ gap, question }) => gap && !there.has(question.key))
    .map(({ question, verdict }) => ({ question, verdict, shown: end }));
}

/** The facts that stood at the beginning, and those that followed. */
function factsWithin(from: AssessedThen | null, lines: readonly FactsLine[]): FactsFrom[] {
  const start = from && factsFrom(from);
  return [...(start ? [start] : []), ...foldFacts(lines, start)];
}

const factsFrom = ({ facts }: AssessedThen): FactsFrom => ({
  at: facts.since,
  tier: facts.tier,
  tags: facts.tags,
  lifecycle: facts.lifecycle,
  checklistVersionId: facts.checklistVersionId,
  deleted: facts.deletedAt !== null,
  scopeChangedAt: facts.scopeChangedAt,
});

function byQuestion(entries: readonly EntryLine[]): Map<string, EntryLine[]> {
  const grouped = new Map<string, EntryLine[]>();
  for (const entry of entries) {
    const key = `${entry.serviceId} ${entry.questionKey}`;
    const lines = grouped.get(key);
    if (lines) lines.push(entry);
    else grouped.set(key, [entry]);
  }
  return grouped;
}

/** The questions of every checklist version that the services were asked, by version and key. */
async function questionsOf(
  ends: readonly Ends[],
  lines: ReadonlyMap<string, readonly FactsLine[]>,
): Promise<(version: string, key: string) => Question | undefined> {
  const versions = new Set([
    ...ends.flatMap(({ from, to }) => [from, to].flatMap((end) => end?.facts.checklistVersionId ?? [])),
    ...[...lines.values()].flatMap((each) => each.map((line) => line.checklistVersionId)),
  ]);
  const byVersion = new Map<string, Map<string, Question>>();
  for (const id of versions) {
    const { questions } = await checklistVersion(id);
    byVersion.set(id, new Map(questions.map((question) => [question.key, question])));
  }
  return (version, key) => byVersion.get(version)?.get(key);
}

function present(
  { question, verdict, shown }: Difference,
  { at, cause }: { at: Date; cause: ChangeCause },
): ChangedGap {
  const { slug, name, team } = shown.facts;
  const rate = sumOf(question.costs.map((each) => each.incidentsPerYear));
  return {
    service: slug,
    serviceName: name,
    team,
    question: question.key,
    text: question.text,
    area: question.area,
    critical: question.critical,
    cause,
    incidentsPerYear: rate * openness(verdict),
    at: at.toISOString(),
  };
}
