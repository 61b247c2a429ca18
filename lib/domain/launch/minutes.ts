import { dayInWords } from "../day-words";
import { countedInWords } from "../words";
import type { EventKind } from "./events";
import { eventsOf, type LaunchEvent, type PersonRef } from "./events";
import {
  type AgendaLine,
  agendaLines,
  type Carried,
  type ConditionLine,
  carriedOf,
  conditionLines,
  type DecisionLine,
  decisionLines,
} from "./minutes-gaps";
import { type Objection, objectionsOf, type SignOffLine, signOffLines } from "./minutes-sign-offs";
import {
  asSentence,
  because,
  type Calendar,
  eventText,
  nameOf,
  outcomeWords,
  timeText,
} from "./minutes-text";
import type { LaunchState, Outcome } from "./vocabulary";

/** What minutes need of a launch besides its events. */
export interface MinutesLaunch {
  title: string;
  state: LaunchState;
  outcome: Outcome;
  /** Open conditions. */
  conditionsOpen: number;
  /** YYYY-MM-DD */
  targetDate: string;
  /** The organisation's. */
  timeZone: string;
  /** ISO 4217 */
  currency: string;
  /** Two different people would have had to sign; the organisation has one enabled person (L1). */
  onlyPerson: boolean;
  /** Of the state in which it is, or was when it was closed. */
  revision: string;
}

/** Something that happened, in a sentence. */
export interface MinutesLine {
  id: string;
  at: Date;
  /** The same as it is printed: "25 November at 10:42". */
  when: string;
  by: PersonRef | null;
  text: string;
}

/** The minutes of a launch (L9): made from what happened, never written. Lists are in the order in which it did. */
export interface Minutes {
  title: string;
  /** What was decided, and over which objections. */
  firstLine: string;
  objections: Objection[];
  agenda: AgendaLine[];
  dispositions: DecisionLine[];
  conditions: ConditionLine[];
  carried: Carried;
  signOffs: SignOffLine[];
  /** That one person signed everything, because there was nobody else; null where it does not say so. */
  remark: string | null;
  /** How the launch came to its outcome: changes of plan and of who signs, what the sign-offs amounted to, notes. */
  course: MinutesLine[];
  corrections: MinutesLine[];
  sinceLaunch: MinutesLine[];
  revision: string;
}

/** Kinds whose events the other lists leave out. */
const COURSE: ReadonlySet<EventKind> = new Set([
  "created",
  "changed",
  "signer_replaced",
  "role_taken_off",
  "meeting_started",
  "outcome_changed",
  "note",
  "closed",
]);

/** What a launch came to, without those who objected. */
function resultOf(
  launch: MinutesLaunch,
  closed: Extract<LaunchEvent, { kind: "closed" }> | undefined,
): string {
  const { title, targetDate, conditionsOpen } = launch;
  if (!closed) {
    const conditions = `a go on ${countedInWords(conditionsOpen, "condition")}`;
    const is = launch.outcome === "conditional_go" ? conditions : outcomeWords(launch.outcome);
    return `${title}, to be launched on ${dayInWords(targetDate)}, is ${is}`;
  }
  const day = dayInWords(closed.closedOn);
  if (closed.as === "called_off") return `${title} was called off on ${day}`;
  if (closed.outcome === "go") return `${title} was launched on ${day} on a go`;
  const on: Record<Exclude<Outcome, "go">, string> = {
    conditional_go: `with ${countedInWords(conditionsOpen, "condition")} open`,
    pending: "while nothing was decided",
    no_go: "on a no-go",
  };
  return `${title} was launched on ${day} without a go, ${on[closed.outcome]}`;
}

/**
 * The minutes of a launch as of now (L9). What was closed stays as it was then; what happened later stands apart, as
 * corrections do, which are appended.
 * @param events all of them, in any order; those of the same instant in the order in which they were written
 */
export function minutesOf(events: readonly LaunchEvent[], launch: MinutesLaunch): Minutes {
  const sorted = [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
  const end = sorted.findIndex(({ kind }) => kind === "closed");
  const until = end === -1 ? sorted : sorted.slice(0, end + 1);
  const later = end === -1 ? [] : sorted.slice(end + 1);
  const calendar: Calendar = { timeZone: launch.timeZone, near: launch.targetDate };
  const line = (event: LaunchEvent): MinutesLine => ({
    ...{ id: event.id, at: event.at, by: event.by, when: timeText(event.at, calendar) },
    text: eventText(event, calendar),
  });

  const [closed] = eventsOf(until, "closed");
  const objections = objectionsOf(until, closed?.as ?? "open", calendar);
  const clauses = [resultOf(launch, closed), ...objections.map(({ clause }) => clause)];
  const closing = closed?.reason.trim()
    ? ` ${asSentence(because(`${nameOf(closed)} gave the reason`, closed.reason))}`
    : "";
  return {
    title: launch.title,
    firstLine: `${asSentence(clauses.join(", "))}${closing}`,
    objections,
    agenda: agendaLines(until, calendar),
    dispositions: decisionLines(until, calendar),
    conditions: conditionLines(until, calendar),
    carried: carriedOf(until, launch.currency),
    signOffs: signOffLines(until, calendar),
    remark: launch.onlyPerson
      ? "Two people would have had to sign; one did, because the organisation has no other."
      : null,
    course: until.filter(({ kind }) => COURSE.has(kind)).map(line),
    corrections: eventsOf(sorted, "correction").map(line),
    sinceLaunch: later.filter(({ kind }) => kind !== "correction").map(line),
    revision: launch.revision,
  };
}
