import { clockOf, dayOf, isDay } from "../as-of";
import { dayInWords } from "../day-words";
import { countedInWords, listed, quoted, sentence } from "../words";
import { verdictInWords } from "./because-text";
import type { AgendaPart, Decided, EventOf, FieldChange, GapRef, LaunchEvent, LaunchField } from "./events";
import { isGo, type OutcomeReason, reasonsByCode } from "./outcome";
import { ROLE_TEXT } from "./roles";
import type { Outcome, OutcomeReasonCode, SignRole } from "./vocabulary";

/** How minutes write days and times: where the organisation is, the year only where it is not that of the launch. */
export interface Calendar {
  timeZone: string;
  /** The target date, YYYY-MM-DD. */
  near: string;
}

/** A day: "9 December". @param day YYYY-MM-DD */
export const dayText = (day: string, { near }: Calendar): string => dayInWords(day, near);

/** The day of an instant: "25 November". */
export const dateText = (at: Date, calendar: Calendar): string =>
  dayText(dayOf(at, calendar.timeZone), calendar);

/** An instant: "25 November at 10:42". */
export const timeText = (at: Date, calendar: Calendar): string =>
  `${dateText(at, calendar)} at ${clockOf(at, calendar.timeZone)}`;

/** A gap as minutes name it: "“Restore rehearsed and timed” (Ledger API)". */
export const gapText = ({ title, serviceName }: GapRef): string => `${quoted(title)} (${serviceName})`;

/** A role within a sentence. */
export const roleText = (role: SignRole): string => ROLE_TEXT[role].name.toLowerCase();

/** Who did something, where somebody did. */
export const nameOf = ({ by }: Pick<LaunchEvent, "by">): string => by?.name ?? "Somebody";

/** A clause and what somebody wrote about it: "refused: “…”". */
export const because = (clause: string, reason: string): string =>
  reason.trim() === "" ? clause : `${clause}: ${quoted(reason)}`;

/** Why a question is on an agenda (L2). */
export const PART_TEXT: Record<AgendaPart, string> = {
  blocker: "a blocker",
  gap: "a gap",
  waiver_ends: "a risk whose acceptance ends soon",
  answer_ends: "an answer that goes stale soon",
  not_applicable: "critical, and not for us",
};

/** What was decided about a gap, as what follows a colon. */
export function decidedText(decided: Decided, calendar: Calendar): string {
  switch (decided.kind) {
    case "fixed":
      return decided.withEvidence ? "fixed, with evidence" : "claimed to be fixed, without evidence";
    case "fix_before":
      return `to be fixed by ${decided.owner.name} by ${dayText(decided.dueOn, calendar)}`;
    case "accept":
      return `its risk to be accepted until ${dayText(decided.until, calendar)}`;
    case "not_applicable":
      return "not for us";
  }
}

/** What another person said to a request to accept a risk (L8), or what became of it. @param risk "it", or which risk */
export function waiverText(event: EventOf<"waiver_decided">, risk: string, calendar: Calendar): string {
  const { decision, until, reason, soleDecider } = event;
  const by = nameOf(event);
  if (decision === "ended")
    return because(event.by ? `${by} no longer accepts ${risk}` : `${risk} is no longer accepted`, reason);
  const who = soleDecider ? `${by}, who asked and is the only one who can decide,` : by;
  const day = until === null ? "" : ` until ${dayText(until, calendar)}`;
  return because(
    decision === "refused" ? `${who} refused to accept ${risk}` : `${who} accepted ${risk}${day}`,
    reason,
  );
}

const OUTCOME_WORDS: Record<Outcome, string> = {
  go: "a go",
  conditional_go: "a go with conditions",
  pending: "not decided",
  no_go: "a no-go",
};
export const outcomeWords = (outcome: Outcome): string => OUTCOME_WORDS[outcome];

/** Why an outcome is what it is, as a clause (L4). @param those reasons of one code */
function reasonText(code: OutcomeReasonCode, those: readonly (OutcomeReason & { title?: string })[]): string {
  const who = listed(those.flatMap(({ role }) => (role ? roleText(role) : [])));
  const what = listed(those.map(({ title, question }) => quoted(title ?? question ?? "")));
  const one = those.length === 1;
  switch (code) {
    case "no_go":
      return `${who} said no`;
    case "overruled":
      return `the no of ${who} is overruled`;
    case "blocker_undisposed":
      return `${what} ${one ? "waits" : "wait"} for a decision`;
    case "condition_overdue":
      return `${what} ${one ? "was not fixed by its day" : "were not fixed by their days"}`;
    case "sign_off_out_of_date":
      return `${who} ${one ? "has" : "have"} to sign again`;
    case "signer_missing":
      return `nobody is named for ${who}`;
    case "sign_off_missing":
      return `${who} ${one ? "has" : "have"} not signed`;
    case "second_person":
      return "a second person has not signed";
    case "date_passed":
      return "a week has passed since the target date";
    case "condition_open":
      return `${what} ${one ? "is" : "are"} to be fixed`;
  }
}

/** What the outcome became and why; of a go that fell, first what got worse. */
function outcomeText({ from, to, because: reasons, worse = [] }: EventOf<"outcome_changed">): string {
  const why = listed(reasonsByCode(reasons).map(({ code, those }) => reasonText(code, those)));
  const fell = isGo(from) && to === "pending";
  const since = worse.length > 0 ? `, since ${listed(worse)}` : "";
  return `the launch is ${outcomeWords(to)}${fell ? " any more" : ""}${since}${why === "" ? "" : `: ${why}`}`;
}

const FIELD_TEXT: Record<LaunchField, string> = {
  title: "the title",
  services: "the services",
  targetDate: "the target date",
  meetingAt: "the meeting",
  facilitator: "the facilitator",
  what: "what is launched",
  worth: "what it is worth",
  delayCostPerWeek: "what a week’s delay costs",
  undo: "how it is undone",
  onCall: "who is on call",
};

/** Fields that people fill with sentences. */
const IN_QUOTES: ReadonlySet<LaunchField> = new Set(["title", "what", "worth", "undo", "onCall"]);

function changeText({ field, from, to }: FieldChange, calendar: Calendar): string {
  const value = (text: string) =>
    IN_QUOTES.has(field) ? quoted(text) : isDay(text) ? dayText(text, calendar) : text;
  const name = FIELD_TEXT[field];
  if (from === "") return `${name} to ${value(to)}`;
  return to === "" ? `${name} to nothing` : `${name} from ${value(from)} to ${value(to)}`;
}

function conditionText(
  { gap, owner, change, ...event }: EventOf<"condition_changed">,
  calendar: Calendar,
): string {
  const by = nameOf(event);
  const what = gapText(gap);
  switch (change.change) {
    case "met":
      return `${what} was fixed${change.late ? ", late" : ""}`;
    case "overdue":
      return `${what} was not fixed by its day; ${owner.name} had promised it`;
    case "withdrawn":
      return event.by
        ? `${by} withdrew the condition to fix ${what}`
        : `the condition to fix ${what} is no longer needed`;
    case "broken":
      return `the condition to fix ${what} is broken: the answer is ${verdictInWords(change.verdict)} now`;
    case "moved":
      return `${by} moved the day for ${what} from ${dayText(change.from, calendar)} to ${dayText(change.to, calendar)}`;
    case "handed_over":
      return `${change.to.name} took over from ${change.from.name} to fix ${what}`;
  }
}

/** What happened, as a clause that can stand alone; reasons and texts are quoted. */
function clauseOf(event: LaunchEvent, calendar: Calendar): string {
  const by = nameOf(event);
  switch (event.kind) {
    case "created":
      return `${by} planned the launch of ${listed(event.services)} for ${dayText(event.targetDate, calendar)}`;
    case "changed":
      return because(
        `${by} changed ${listed(event.changes.map((each) => changeText(each, calendar)))}`,
        event.reason,
      );
    case "signer_named": {
      const deputy = event.deputy ? `, with ${event.deputy.name} as deputy` : "";
      return `${by} named ${event.signer.name} for ${roleText(event.role)}${deputy}`;
    }
    case "signer_replaced": {
      const said = event.decision === "no_go" ? ", who had said no" : "";
      return because(
        `${by} replaced ${event.from.name}${said} by ${event.to.name} for ${roleText(event.role)}`,
        event.reason,
      );
    }
    case "role_taken_off":
      return because(`${by} took off the role ${roleText(event.role)}`, event.reason);
    case "meeting_started":
      return `the meeting started with ${countedInWords(event.agenda.length, "point")} on its agenda`;
    case "disposed":
      return `${by} on ${gapText(event.gap)}: ${decidedText(event.decided, calendar)}`;
    case "waiver_decided":
      return waiverText(event, `the risk of ${gapText(event.gap)}`, calendar);
    case "carried":
      return `${by} let ${countedInWords(event.gaps.length, "gap")} be carried`;
    case "condition_changed":
      return conditionText(event, calendar);
    case "signed":
      return because(
        `${by} said ${event.decision === "go" ? "go" : "no"} for ${roleText(event.role)}`,
        event.comment,
      );
    case "overruled":
      return because(
        `${by} overruled the no of ${event.signer.name} for ${roleText(event.role)}`,
        event.reason,
      );
    case "outcome_changed":
      return outcomeText(event);
    case "note":
      return because(`${by} noted`, event.text);
    case "correction":
      return because(`${by} corrected`, event.text);
    case "review":
      return because(`${by} reviewed the launch`, event.text);
    case "closed":
      return because(
        `${by} recorded that it was ${event.as === "launched" ? "launched" : "called off"} on ${dayText(event.closedOn, calendar)}`,
        event.reason,
      );
  }
}

/** The same as a sentence: with a capital letter and a full stop. */
export const eventText = (event: LaunchEvent, calendar: Calendar): string =>
  asSentence(clauseOf(event, calendar));

/** A clause as a sentence. */
export const asSentence = (clause: string): string =>
  sentence(clause.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));
