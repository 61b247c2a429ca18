import "server-only";
import type { Hit } from "../../contracts/search";
import type { TitledQuestion } from "../../domain/checklist";
import { bestFound, type Findable, findable, finds, scoresOf, type Wanted } from "../../domain/find";
import { foldedText, ticketHas } from "../../domain/search-text";
import { AREA_TEXT } from "../../domain/vocabulary";
import type { RatedChecklist } from "../../snapshot/checklists";
import { plansOf } from "../../snapshot/plan-of";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";

type Question = Extract<Hit, { kind: "question" }>;
type Gap = Extract<Hit, { kind: "gap" }>;

const MOST_QUESTIONS = 5;
const MOST_GAPS = 8;
/** Of the question that is meant most likely. */
const GAPS_OF_QUESTION = 3;
/** Of how many services and questions that some words lead to the pairs are looked at. */
const SERVICES_OF_PAIRS = 60;
const QUESTIONS_OF_PAIRS = 30;
/** A ticket's text has to be long enough to mean one. */
const LEAST_OF_TICKET = 3;
/** A question comes after what is called like it, a gap after its service or its question. */
const QUESTION = 0.9;
const GAP = 0.9;

/** A service with how well each word of a search leads to it. */
export interface Scored {
  service: ServiceThen;
  of: Findable;
  scores: readonly number[];
}

const knownQuestions = new WeakMap<TitledQuestion, Findable>();

/** A question by its title; its text and its area lead to it too. */
function findableQuestion(question: TitledQuestion): Findable {
  const known = knownQuestions.get(question);
  if (known) return known;
  const of = findable(question.title, question.text, AREA_TEXT[question.area].name);
  knownQuestions.set(question, of);
  return of;
}

/** Every question that services in use are asked, as most of them are. */
function askedQuestions(snapshot: Snapshot): TitledQuestion[] {
  const uses = new Map<RatedChecklist, number>();
  for (const { counts, checklist } of snapshot.services)
    if (counts) uses.set(checklist, (uses.get(checklist) ?? 0) + 1);
  const asked = new Map<string, TitledQuestion>();
  for (const [{ questions }] of [...uses].sort(([, a], [, b]) => b - a))
    for (const { question } of questions) if (!asked.has(question.key)) asked.set(question.key, question);
  return [...asked.values()];
}

/** Whether a question of a service in use is a gap. */
function isOpen(service: ServiceThen, question: string): boolean {
  const place = service.counts ? service.checklist.placeOf(question) : undefined;
  return place !== undefined && service.isGap(place);
}

/** The questions that every word of a search leads to. */
export const foundQuestions = (snapshot: Snapshot, search: Wanted): Question[] =>
  bestFound(
    askedQuestions(snapshot),
    (question) => QUESTION * finds(search, findableQuestion(question)),
    MOST_QUESTIONS,
  ).map(({ item: { key, title, area }, score }) => ({
    kind: "question",
    ...{ score, question: key, title, area },
    open: snapshot.services.filter((service) => isOpen(service, key)).length,
  }));

/**
 * The gaps that a search leads to: by the ticket of their fix; by words of which some lead to the service and the others to
 * the question; and the gravest of the question that is found best.
 * @param typed the search as it was typed
 * @param services those that are there
 */
export function foundGaps(
  snapshot: Snapshot,
  search: Wanted,
  typed: string,
  [first]: readonly Question[],
  services: readonly Scored[],
): Gap[] {
  const found = new Map<string, Gap>();
  const add = (service: ServiceThen, question: string, score: number): void => {
    const asked = service.question(service.checklist.placeOf(question) ?? -1);
    const key = `${service.slug}/${question}`;
    if (!asked || (found.get(key)?.score ?? 0) >= score) return;
    const { title } = asked.question;
    found.set(key, {
      kind: "gap",
      ...{ score, question, title, service: service.slug },
      ...{ serviceName: service.facts.name, verdict: asked.verdict },
    });
  };
  for (const { service, question, score } of byTicket(snapshot, typed)) add(service, question, score);
  for (const { service, question, score } of pairs(snapshot, search, services)) add(service, question, score);
  if (first) {
    const open = snapshot.services.filter((service) => isOpen(service, first.question));
    const gravest = bestFound(
      open,
      ({ facts }) => 5 - facts.tier + (facts.lifecycle === "live" ? 4 : 0),
      GAPS_OF_QUESTION,
    );
    for (const { item } of gravest) add(item, first.question, first.score * GAP);
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, MOST_GAPS);
}

interface Pair {
  service: ServiceThen;
  question: string;
  score: number;
}

function byTicket(snapshot: Snapshot, typed: string): Pair[] {
  const part = foldedText(typed.trim());
  if (part.length < LEAST_OF_TICKET) return [];
  const isMeant = (ticket: string | null) => ticket !== null && ticketHas(ticket, part);
  const pairs: Pair[] = [];
  for (const [id, plans] of snapshot.plans) {
    if (![...plans.values()].some(({ ticket }) => isMeant(ticket))) continue;
    const service = snapshot.byId.get(id);
    if (!service?.counts) continue;
    for (const [question, { ticket }] of plansOf(snapshot, service) ?? [])
      if (isMeant(ticket))
        pairs.push({ service, question, score: ticket?.toLowerCase().endsWith(part) ? 1 : GAP });
  }
  return pairs;
}

/** Those that some words lead to, and not all of them: then they stand for themselves. */
const partly = <T extends { scores: readonly number[] }>(items: readonly T[], most: number): T[] =>
  bestFound(items, ({ scores }) => (scores.includes(0) ? sum(scores) : 0), most).map(({ item }) => item);

const sum = (scores: readonly number[]): number => scores.reduce((total, score) => total + score, 0);

function pairs(snapshot: Snapshot, search: Wanted, scored: readonly Scored[]): Pair[] {
  if (search.words.length < 2) return [];
  const services = partly(scored, SERVICES_OF_PAIRS);
  if (services.length === 0) return [];
  const asked = askedQuestions(snapshot).map((question) => ({
    key: question.key,
    scores: scoresOf(search, findableQuestion(question)),
  }));
  const questions = partly(asked, QUESTIONS_OF_PAIRS);
  return services.flatMap(({ service, scores }) =>
    questions.flatMap(({ key, scores: others }) => {
      const best = scores.map((score, index) => Math.max(score, others[index] ?? 0));
      if (best.includes(0) || !isOpen(service, key)) return [];
      return [{ service, question: key, score: (GAP * sum(best)) / best.length }];
    }),
  );
}
