import { yieldRegularly } from "../config/yield-regularly";
import { knownVersion, type VersionWithQuestions } from "../db/published-questions";
import type { Question } from "../domain/checklist";
import { type FactsFrom, lastFlip, type QuestionHistory } from "../domain/gap-changes";
import type { ServiceThen } from "./service-then";

/** What was found by place, ms; NaN where nobody asked yet. */
const found = new WeakMap<ServiceThen, Float64Array>();

function foundOf(then: ServiceThen): Float64Array {
  const known = found.get(then) ?? new Float64Array(then.codes.length).fill(Number.NaN);
  found.set(then, known);
  return known;
}

/**
 * Since when the question in a place has been a gap without a break (S4), from all that happened to it; null when it is none.
 * That its service was retired or deleted for a while does not count.
 */
export function openSince(then: ServiceThen, place: number): Date | null {
  if (!then.isGap(place)) return null;
  const at = sinceIn(foundOf(then), then, place);
  return Number.isNaN(at) ? null : new Date(at);
}

/** The same by the key of a question, of a service that may not be there. */
export function openSinceOf(then: ServiceThen | undefined, question: string): Date | null {
  const place = then?.checklist.placeOf(question);
  return then === undefined || place === undefined ? null : openSince(then, place);
}

function sinceIn(known: Float64Array, then: ServiceThen, place: number): number {
  if (Number.isNaN(known[place]))
    known[place] =
      lastFlip(questionHistory(then, place, anyhow), Number.NEGATIVE_INFINITY, goodUntil(then)) ?? Number.NaN;
  return known[place] as number;
}

/**
 * The same of all gaps of services, for a list that is sorted by it; others have their turn in between.
 * @returns by service, then by place: ms, NaN where there is no gap
 */
export async function findOpenSince(services: readonly ServiceThen[]): Promise<readonly Float64Array[]> {
  const breathe = yieldRegularly();
  const all: Float64Array[] = [];
  for (const service of services) {
    const pause = breathe();
    if (pause) await pause;
    const known = foundOf(service);
    for (let place = 0; place < known.length; place += 1)
      if (service.isGap(place)) sinceIn(known, service, place);
    all.push(known);
  }
  return all;
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
