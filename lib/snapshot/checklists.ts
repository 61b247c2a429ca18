import { askedAt } from "../db/asked-questions";
import type { Models } from "../db/cost-model";
import { checklistVersion, type VersionWithQuestions } from "../db/published-questions";
import type { QuestionTitles } from "../db/question-titles";
import { applies, type ServiceScope } from "../domain/applies";
import { type Question, questionTitle, type TitledQuestion } from "../domain/checklist";
import { type CountedQuestion, countedQuestion } from "../domain/tally";
import { questionCode } from "./history";

/** Of every checklist that has any, by its id; as they are today, whatever instant is asked about. */
export type TitlesByChecklist = ReadonlyMap<string, QuestionTitles>;
const NO_TITLES: QuestionTitles = new Map();

/** A checklist version with the rates in force at an instant (R2) and today's titles, ready to assess any number of services with. */
export class RatedChecklist {
  /** In the order of the checklist; what assesses a service is laid out in the same places. */
  readonly questions: readonly CountedQuestion<TitledQuestion>[];
  /** See questionCode, in the same places. */
  readonly codes: Uint16Array;
  readonly #places: ReadonlyMap<string, number>;
  readonly #applying = new Map<string, Uint8Array>();
  readonly #tags: ReadonlySet<string>;

  constructor(
    readonly version: VersionWithQuestions,
    questions: readonly Question[],
    titles: QuestionTitles = NO_TITLES,
  ) {
    this.questions = questions.map((question) => {
      const title = questionTitle({ title: titles.get(question.key), text: question.text });
      return countedQuestion({ ...question, title });
    });
    this.codes = Uint16Array.from(questions, ({ key }) => questionCode(key));
    this.#places = new Map(questions.map(({ key }, place) => [key, place]));
    this.#tags = new Set(questions.flatMap(({ tags }) => tags));
  }

  /** The place of a question; undefined when this version does not ask it. */
  placeOf(key: string): number | undefined {
    return this.#places.get(key);
  }

  /** What a question is called; undefined when this version does not ask it. */
  titleOf(key: string): string | undefined {
    const place = this.placeOf(key);
    return place === undefined ? undefined : this.at(place).title;
  }

  /** The question in a place. @throws RangeError when there is none */
  at(place: number): TitledQuestion {
    const counted = this.questions[place];
    if (!counted) throw new RangeError(`no question has place ${place}`);
    return counted.question;
  }

  /** By place, 1 where the question applies to a service of this tier and these tags (S1). */
  applyingTo(scope: ServiceScope): Uint8Array {
    const key = `${scope.tier} ${scope.tags.filter((tag) => this.#tags.has(tag)).join(" ")}`;
    const known = this.#applying.get(key);
    if (known) return known;
    const made = Uint8Array.from(this.questions, ({ question }) => Number(applies(question, scope)));
    this.#applying.set(key, made);
    return made;
  }
}

const rated = new WeakMap<readonly Question[], { checklist: RatedChecklist; titles: QuestionTitles }>();

/**
 * Checklist versions by id with the rates of an instant: the same object for the same version, rates and titles. No
 * statement, but one for each version that this process has not read yet.
 */
export async function ratedChecklists(
  versionIds: Iterable<string>,
  models: Pick<Models, "all">,
  at: Date,
  titlesOf: TitlesByChecklist,
): Promise<(versionId: string) => RatedChecklist> {
  const found = new Map<string, RatedChecklist>();
  for (const id of new Set(versionIds)) {
    const version = await checklistVersion(id);
    const questions = askedAt(version, models, at);
    const titles = titlesOf.get(version.checklist.id) ?? NO_TITLES;
    let known = rated.get(questions);
    if (known?.titles !== titles) {
      known = { checklist: new RatedChecklist(version, questions, titles), titles };
      rated.set(questions, known);
    }
    found.set(id, known.checklist);
  }
  return (id) => {
    const checklist = found.get(id);
    if (!checklist) throw new RangeError(`checklist version ${id} was not read`);
    return checklist;
  };
}
