import { knownVersion, type VersionWithQuestions } from "../db/published-questions";
import type { Question } from "../domain/checklist";
import { type FactsFrom, lastFlip, type QuestionHistory } from "../domain/gap-changes";
import type { ServiceThen } from "./service-then";

/**
 * Since when the question in a place has been a gap without a break (S4), from all that happened to it; null when it is none.
 * That its service was retired or deleted for a while does not count.
 */
export function openSince(then: ServiceThen, place: number): Date | null {
  if (!then.isGap(place)) return null;
  const at = lastFlip(questionHistory(then, place, anyhow), Number.NEGATIVE_INFINITY, goodUntil(then));
  return at === null ? null : new Date(at);
}

const anyhow = () => true;

/** The last instant (ms) at which all is as it is told of a service: of one that is told as of now, until something ages. */
export const goodUntil = ({ knownUntil, nextChange }: ServiceThen): number =>
  Math.min(knownUntil, nextChange - 1);

/** All that happened to the question in a place, up to today. @param counts see QuestionHistory */
export function questionHistory(
  { service, checklist }: ServiceThen,
  place: number,
  counts: (facts: FactsFrom) => boolean,
): QuestionHistory {
  const { questions, starts, at, savedAt, answers } = service.answers;
  const index = questions.indexOf(checklist.codes[place] as number);
  const [first, end] = index < 0 ? [0, 0] : [starts[index] as number, starts[index + 1] as number];
  const question = checklist.at(place);
  return {
    facts: service.facts,
    run: { at, savedAt, answers, first, end },
    questionOf: (id) => (id === checklist.version.id ? question : questionIn(knownVersion(id), question.key)),
    counts,
  };
}

const byKey = new WeakMap<VersionWithQuestions, ReadonlyMap<string, Question>>();

/** A question of a version by its key; undefined when it does not ask it. */
function questionIn(version: VersionWithQuestions, key: string): Question | undefined {
  const known = byKey.get(version) ?? new Map(version.questions.map((question) => [question.key, question]));
  byKey.set(version, known);
  return known.get(key);
}
