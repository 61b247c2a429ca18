import { openness } from "../exposure";
import type { AnswerState } from "../vocabulary";
import { isBlocker, isCounting, isGap, type QuestionState, type ServiceState } from "./facts";
import type { BecauseCode } from "./vocabulary";

/**
 * One way in which a later state is worse than the one that was seen (L5). `before` and `after` are, by code:
 * `verdict_worse` the given verdicts · `blocker_appeared` "not_critical", "critical" · `waiver_ended` its last day, "ended" ·
 * `critical_stale` the given verdict, "stale" · `question_new` "not_asked", the effective verdict · `question_dropped` the
 * effective verdict, "not_applicable" or "not_asked" · `service_added`, `service_left` "out", "in" and the other way round ·
 * `condition_weakened` its day, the later day or "withdrawn" · `what_changed`, `undo_changed` the texts · `date_earlier`,
 * `date_beyond_waiver` the target dates.
 */
export interface Worse {
  code: BecauseCode;
  /** Short name; null for what is about the launch as a whole. */
  service: string | null;
  /** Key; null for what is about no question. */
  question: string | null;
  before: string;
  after: string;
  /** Of the answer that made it so, by which its who and when are found; null where none did. */
  version: number | null;
}

type Change = Pick<Worse, "code" | "before" | "after"> & Partial<Pick<Worse, "version">>;

/** A question that was not asked, or was "not for us": it counts for nothing. */
function newlyAsked(then: QuestionState): Change | null {
  return isGap(then)
    ? { code: "question_new", before: "not_asked", after: then.verdict, version: then.version || null }
    : null;
}

/** A question that counted does not any more. Confirming a stale "not for us" as it was takes nothing away. */
function dropped(seen: QuestionState, then: QuestionState | undefined): Change | null {
  if (!isCounting(seen)) return null;
  if (!then) return { code: "question_dropped", before: seen.verdict, after: "not_asked" };
  if (isCounting(then) || seen.given === "not_applicable") return null;
  return {
    code: "question_dropped",
    before: seen.verdict,
    after: "not_applicable",
    version: then.version,
  };
}

/** What a given verdict closes, whatever its age. */
const closes = (given: AnswerState): boolean => !isGap({ verdict: given });

/** Staleness comes last: a confirmation takes it away again, and nothing that lasts may go with it. */
function questionWorse(seen: QuestionState, then: QuestionState): Change | null {
  const drop = dropped(seen, then);
  if (drop) return drop;
  if (openness(then.given) > openness(seen.given))
    return { code: "verdict_worse", before: seen.given, after: then.given, version: then.version };
  if (seen.waiver && !then.waiver && isGap(then))
    return { code: "waiver_ended", before: seen.waiver.until, after: "ended" };
  const newlyStale = then.stale && !seen.stale;
  if (isBlocker(then) && !isBlocker(seen) && !(newlyStale && closes(then.given)))
    return { code: "blocker_appeared", before: "not_critical", after: "critical" };
  if (newlyStale && then.critical)
    return { code: "critical_stale", before: then.given, after: "stale", version: then.version };
  return null;
}

/**
 * What of a service is worse than it was when somebody saw it (L5): a question at most once, by what is most telling. A
 * verdict that rose explains its blocker, the end of a waiver too; staleness is named only where a confirmation would mend
 * all of it. What only got better, and ageing that is not critical, is nothing.
 * @param then the same service later
 */
export function serviceWorse(seen: ServiceState, then: ServiceState): Worse[] {
  const before = new Map(seen.questions.map((each) => [each.question, each]));
  const after = new Set(then.questions.map(({ question }) => question));
  const named = (question: string, change: Change | null): Worse[] =>
    change ? [{ version: null, ...change, service: then.service, question }] : [];
  return [
    ...then.questions.flatMap((each) => {
      const was = before.get(each.question);
      return named(each.question, was ? questionWorse(was, each) : newlyAsked(each));
    }),
    ...seen.questions
      .filter(({ question }) => !after.has(question))
      .flatMap((each) => named(each.question, dropped(each, undefined))),
  ];
}
