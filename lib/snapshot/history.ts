import { once } from "../config/once";
import { type FactsFrom, foldFacts } from "../domain/gap-changes";
import type { PlanFields } from "../domain/gap-plan";

/** The facts of a service from an instant on (H3), as far as anything is counted, filtered or listed by them. */
export interface Facts extends FactsFrom {
  /** Of its line: tells which of two at the same instant is the later one. */
  id: number;
  name: string;
  teamId: string;
  /** Ids of the services that it depended on. */
  dependsOn: readonly string[];
}

/** What is planned about a gap, as it is now: plans have no history. */
export interface Plan {
  ownerId: string | null;
  /** YYYY-MM-DD */
  dueOn: string | null;
  effortDays: number | null;
  state: PlanFields["state"];
  ticket: string | null;
  note: string;
  version: number;
  /** ms */
  changedAt: number;
}

/**
 * Every answer that a service was ever given, as columns: the entries of its first question oldest first, then those of the
 * next. Instants are ms since 1970.
 */
export interface AnswerHistory {
  /** Codes of the questions (see questionCode), rising. */
  questions: Uint16Array;
  /** Where the entries of each question start, and where the last ones end. */
  starts: Uint32Array;
  versions: Uint32Array;
  /** When each came to be here. */
  at: Float64Array;
  /** When each was given: where its age starts (S5). The same columns as `at` where nothing was imported. */
  savedAt: Float64Array;
  /** See answerCode. */
  answers: Uint16Array;
}

/** A waiver that was granted for a gap of a service (S6). Instants are ms since 1970. */
export interface WaiverThen {
  id: string;
  /** See questionCode. */
  question: number;
  grantedAt: number;
  /** The last instant of its day. */
  endsAt: number;
  /** Infinity while nothing ended it. */
  endedAt: number;
}

/** Everything that was ever true of one service. Never changed: what happens makes another one. */
export interface ServiceHistory {
  id: string;
  slug: string;
  createdAt: Date;
  example: boolean;
  /** In order of time; at least one. */
  facts: readonly Facts[];
  answers: AnswerHistory;
  /** Every waiver that was ever granted, in no order. */
  waivers: readonly WaiverThen[];
}

export const NO_WAIVERS: readonly WaiverThen[] = [];

/** Waivers with those that are new, or are another by now. */
export const withWaivers = (
  waivers: readonly WaiverThen[],
  lines: readonly WaiverThen[],
): readonly WaiverThen[] => [
  ...new Map([...waivers, ...lines].map((waiver) => [waiver.id, waiver])).values(),
];

/** What is planned, by service and question key. */
export type Plans = ReadonlyMap<string, ReadonlyMap<string, Plan>>;

/** One entry as it is read from the database. */
export interface EntryLine {
  /** See questionCode. */
  question: number;
  version: number;
  at: number;
  savedAt: number | null;
  answer: number;
}

/** Shared by all copies of this module in a process, as the histories are that it numbers. */
const { codes, keys } = once("question-codes", () => ({
  codes: new Map<string, number>(),
  keys: [] as string[],
}));

/** A number for a question key, the same one as long as the process lives. */
export function questionCode(key: string): number {
  const known = codes.get(key);
  if (known !== undefined) return known;
  // Beyond what the columns hold: keys come from published checklists, of which there are never so many.
  if (keys.length > 0xffff) throw new RangeError("too many different questions");
  codes.set(key, keys.length);
  keys.push(key);
  return keys.length - 1;
}

/** How many questions have a number. */
export const questionCodes = (): number => keys.length;

/** The key of the question with a number. */
export const questionKey = (code: number): string => {
  const key = keys[code];
  if (key === undefined) throw new RangeError(`no question has the number ${code}`);
  return key;
};

export const NO_ANSWERS: AnswerHistory = historyOf([]);

/** The columns of some entries, in whatever order they come; one that comes twice counts once. */
export function historyOf(lines: readonly EntryLine[]): AnswerHistory {
  const sorted = [...lines]
    .sort((a, b) => a.question - b.question || a.version - b.version)
    .filter((line, index, all) => {
      const last = all[index - 1];
      return line.question !== last?.question || line.version !== last.version;
    });
  const imported = sorted.some((line) => line.savedAt !== null);
  const at = Float64Array.from(sorted, (line) => line.at);
  const questions: number[] = [];
  const starts: number[] = [];
  for (const [index, line] of sorted.entries()) {
    if (line.question === questions.at(-1)) continue;
    questions.push(line.question);
    starts.push(index);
  }
  return {
    questions: Uint16Array.from(questions),
    starts: Uint32Array.from([...starts, sorted.length]),
    versions: Uint32Array.from(sorted, (line) => line.version),
    at,
    savedAt: imported ? Float64Array.from(sorted, (line) => line.savedAt ?? line.at) : at,
    answers: Uint16Array.from(sorted, (line) => line.answer),
  };
}

/** A history with entries that came since. */
export function withEntries(history: AnswerHistory, lines: readonly EntryLine[]): AnswerHistory {
  const before: EntryLine[] = [];
  for (let place = 0; place < history.questions.length; place += 1) {
    const question = history.questions[place] as number;
    for (
      let index = history.starts[place] as number;
      index < (history.starts[place + 1] as number);
      index += 1
    ) {
      const [at, savedAt] = [history.at[index] as number, history.savedAt[index] as number];
      before.push({
        ...{ question, at, savedAt: savedAt === at ? null : savedAt },
        ...{ version: history.versions[index] as number, answer: history.answers[index] as number },
      });
    }
  }
  return historyOf([...before, ...lines]);
}

/** A line of facts as it is read from the database. */
export type FactsLine = Omit<Facts, "scopeChangedAt">;

/** Lines of facts in order of time, each with when tier or tags had last changed (S5). */
export const factsOf = (lines: readonly FactsLine[]): Facts[] =>
  foldFacts(
    [...new Map(lines.map((line) => [line.id, line])).values()].sort(
      (a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id,
    ),
    null,
  );

/** The facts that stood at an instant, the last ones for null; null before the service was there. */
export const factsAt = (service: ServiceHistory, at: Date | null): Facts | null =>
  (at === null ? service.facts.at(-1) : service.facts.findLast((each) => each.at <= at)) ?? null;
