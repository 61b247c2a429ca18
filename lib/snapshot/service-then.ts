import { type AbilityStanding, abilities } from "../domain/abilities";
import { type AreaReadiness, areas } from "../domain/areas";
import type { TitledQuestion } from "../domain/checklist";
import {
  ages,
  effectiveCode,
  type GivenAnswer,
  STALE,
  STATE_CODE,
  STATES,
  stateOf,
} from "../domain/effective-verdict";
import type { IncidentsByCost } from "../domain/exposure";
import { incidentsByCost, isGapCode, Tally } from "../domain/tally";
import type { AnswerState, Standing, Verdict } from "../domain/vocabulary";
import type { StandingWaiver } from "../domain/waiver";
import type { RatedChecklist } from "./checklists";
import { type Facts, questionCodes, type ServiceHistory, type WaiverThen } from "./history";

/** In place of an effective code: the question does not apply to the service. */
export const NOT_ASKED = 255;
/** Added to an effective code: a waiver is in force. */
export const WAIVED = 32;
const UNANSWERED = STATE_CODE.unanswered;

/** A question of a service with what holds of it at the instant. */
export interface AnswerThen {
  question: TitledQuestion;
  /** Of the question within its checklist. */
  place: number;
  /** Undefined while unanswered. */
  answer: GivenAnswer | undefined;
  given: AnswerState;
  /** The effective verdict (S5). */
  verdict: AnswerState;
  stale: boolean;
  gap: boolean;
  waived: boolean;
  blocker: boolean;
}

/** A service at an instant: its facts of then, and where it stood, counted as `assess` and `readiness` count (S1–S9). */
export class ServiceThen {
  // Of its history: a walk over thousands of services leaves those alone, which are spread over the memory.
  readonly id: string;
  readonly slug: string;
  readonly example: boolean;
  readonly score: number | null;
  readonly standing: Standing;
  readonly counting: number;
  readonly answered: number;
  readonly gaps: number;
  readonly blockers: number;
  readonly accepted: number;
  readonly stale: number;
  readonly unclear: number;
  readonly unanswered: number;
  readonly weight: number;
  /** See Tally.incidents; whatever its lifecycle is. */
  readonly incidents: Float64Array;
  #byCost: IncidentsByCost | null = null;
  #areas: AreaReadiness[] | null = null;

  constructor(
    readonly service: ServiceHistory,
    readonly facts: Facts,
    readonly checklist: RatedChecklist,
    /** By place in the checklist: effective code, with WAIVED added, or NOT_ASKED. */
    readonly codes: Uint8Array,
    tally: Tally,
    /** When it stops being true by itself, ms; Infinity for never. */
    readonly nextChange: number,
    /** Entries after it are not known; Infinity for all. */
    readonly knownUntil: number,
    /** As of when ages are told, ms; until nextChange nothing would be different. */
    readonly assessedAt: number,
  ) {
    this.id = service.id;
    this.slug = service.slug;
    this.example = service.example;
    this.score = tally.score;
    this.standing = tally.standing;
    this.counting = tally.counting;
    this.answered = tally.answered;
    this.gaps = tally.gaps;
    this.blockers = tally.blockers;
    this.accepted = tally.accepted;
    this.stale = tally.stale;
    this.unclear = tally.unclear;
    this.unanswered = tally.unanswered;
    this.weight = tally.weight;
    this.incidents = tally.incidents();
  }

  get deletedAt(): Date | null {
    return this.facts.deleted ? this.facts.at : null;
  }

  /** Neither retired nor deleted (S8). */
  get counts(): boolean {
    return !this.facts.deleted && this.facts.lifecycle !== "retired";
  }

  /** Expected incidents a year by cost (R2), whatever its lifecycle is. */
  get byCost(): IncidentsByCost {
    this.#byCost ??= incidentsByCost(this.incidents);
    return this.#byCost;
  }

  /** The ten areas, in their fixed order. */
  get areas(): AreaReadiness[] {
    this.#areas ??= areas(this.#asked());
    return this.#areas;
  }

  /** The nine abilities, in their fixed order (S9). */
  get abilities(): AbilityStanding[] {
    return abilities(this.#asked());
  }

  #asked() {
    return this.questions().map(({ question: { area, ability, weight }, verdict }) => ({
      ...{ area, ability, weight, verdict },
    }));
  }

  /** Whether the question in a place applies (S1). */
  isAsked(place: number): boolean {
    return this.codes[place] !== NOT_ASKED;
  }

  /** Whether the question in a place applies, and is a gap (S4). */
  isGap(place: number): boolean {
    const code = this.codes[place] as number;
    return code !== NOT_ASKED && isGapCode(code);
  }

  /** The questions that apply, in order. */
  questions(): AnswerThen[] {
    const found: AnswerThen[] = [];
    for (let place = 0; place < this.codes.length; place += 1) {
      const asked = this.question(place);
      if (asked) found.push(asked);
    }
    return found;
  }

  /** The question in a place; null when it does not apply. */
  question(place: number): AnswerThen | null {
    const code = this.codes[place] as number;
    if (code === NOT_ASKED) return null;
    const question = this.checklist.at(place);
    const answer = this.answerTo(place);
    const gap = isGapCode(code);
    const waived = gap && (code & WAIVED) !== 0;
    return {
      ...{ question, place, answer, given: answer?.verdict ?? "unanswered" },
      ...{ verdict: stateOf(code), stale: (code & STALE) !== 0 },
      ...{ gap, waived, blocker: gap && question.critical && !waived },
    };
  }

  /** Which of the entries of its history is the answer to the question in a place; -1 when there was none. */
  entryTo(place: number): number {
    const { questions, starts, at } = this.service.answers;
    const index = questions.indexOf(this.checklist.codes[place] as number);
    if (index < 0) return -1;
    for (let entry = (starts[index + 1] as number) - 1; entry >= (starts[index] as number); entry -= 1) {
      if ((at[entry] as number) <= this.knownUntil) return entry;
    }
    return -1;
  }

  /** The verdict that was given by an entry, see entryTo. */
  givenIn(entry: number): AnswerState {
    return entry < 0 ? "unanswered" : stateOf(this.service.answers.answers[entry] as number);
  }

  /** The waiver that was in force for the question in a place (S6); null without one. */
  waiverTo(place: number): WaiverThen | null {
    if (!this.isAsked(place) || ((this.codes[place] as number) & WAIVED) === 0) return null;
    const question = this.checklist.codes[place] as number;
    return waiverOf(this.service.waivers, question, this.knownUntil, this.assessedAt) ?? null;
  }

  /** The waivers that were in force (S6). */
  get standingWaivers(): StandingWaiver[] {
    const found: StandingWaiver[] = [];
    for (let place = 0; place < this.codes.length; place += 1) {
      const waiver = this.waiverTo(place);
      if (waiver) found.push({ questionKey: this.checklist.at(place).key, endsAt: new Date(waiver.endsAt) });
    }
    return found;
  }

  /** The answer that was given to the question in a place; undefined when there was none. */
  answerTo(place: number): GivenAnswer | undefined {
    const entry = this.entryTo(place);
    if (entry < 0) return undefined;
    const { at, savedAt, answers } = this.service.answers;
    const [arrived, saved, code] = [at[entry] as number, savedAt[entry] as number, answers[entry] as number];
    return {
      verdict: STATES[code & 7] as Verdict,
      savedAt: new Date(saved),
      meaning: code >> 3,
      importedAt: saved === arrived ? null : new Date(arrived),
    };
  }
}

const tally = new Tally();
/** By question code: which entry is the newest one, from 1; 0 for none. Empty between two services. */
let newest = new Int32Array(256);
const answer = { given: UNANSWERED, savedAt: 0, arrivedAt: 0, meaning: 1 };

/** The waiver in force for a question at an instant, as far as it was known then; undefined where there is none (S6). */
function waiverOf(
  waivers: readonly WaiverThen[],
  question: number,
  knownUntil: number,
  now: number,
): WaiverThen | undefined {
  return waivers.find(
    (waiver) =>
      waiver.question === question &&
      waiver.grantedAt <= knownUntil &&
      now <= waiver.endsAt &&
      (waiver.endedAt === Number.POSITIVE_INFINITY || waiver.endedAt > knownUntil),
  );
}

/**
 * Assesses a service at an instant, without an object for any of its answers.
 * @param knownUntil ms; entries that came later are not known. Infinity: all
 * @param now ms; ages are told as of it (S5)
 */
export function assessThen(
  service: ServiceHistory,
  facts: Facts,
  checklist: RatedChecklist,
  knownUntil: number,
  now: number,
): ServiceThen {
  if (newest.length < questionCodes()) newest = new Int32Array(2 * questionCodes());
  const { waivers } = service;
  const { questions, starts, at, savedAt, answers } = service.answers;
  for (let index = 0; index < questions.length; index += 1) {
    let entry = (starts[index + 1] as number) - 1;
    const first = starts[index] as number;
    while (entry >= first && (at[entry] as number) > knownUntil) entry -= 1;
    if (entry >= first) newest[questions[index] as number] = entry + 1;
  }
  tally.reset();
  let next = Number.POSITIVE_INFINITY;
  const applying = checklist.applyingTo(facts);
  const codes = new Uint8Array(checklist.questions.length);
  const scopeChangedAt = facts.scopeChangedAt.getTime();
  for (let place = 0; place < codes.length; place += 1) {
    if (applying[place] === 0) {
      codes[place] = NOT_ASKED;
      continue;
    }
    const asked = checklist.questions[place] as RatedChecklist["questions"][number];
    const entry = (newest[checklist.codes[place] as number] as number) - 1;
    if (entry < 0) answer.given = UNANSWERED;
    else {
      const code = answers[entry] as number;
      answer.given = code & 7;
      answer.meaning = code >> 3;
      answer.arrivedAt = at[entry] as number;
      answer.savedAt = savedAt[entry] as number;
    }
    const agesOutAt = answer.savedAt + asked.freshMs;
    const code = effectiveCode(answer, asked.meaning, agesOutAt, scopeChangedAt, now);
    if (ages(code) && agesOutAt > now && agesOutAt < next) next = agesOutAt;
    const waiver =
      waivers.length > 0 && isGapCode(code)
        ? waiverOf(waivers, checklist.codes[place] as number, knownUntil, now)
        : undefined;
    if (waiver && waiver.endsAt < next) next = waiver.endsAt + 1;
    tally.add(asked, code, answer.given !== UNANSWERED, waiver !== undefined);
    codes[place] = waiver ? code | WAIVED : code;
  }
  for (let index = 0; index < questions.length; index += 1) newest[questions[index] as number] = 0;
  return new ServiceThen(service, facts, checklist, codes, tally, next, knownUntil, now);
}
