import type { AnswerState } from "../vocabulary";
import type { OutcomeReason } from "./outcome";
import type { ClosedAs, Decision, Outcome, SignRole } from "./vocabulary";

/** Somebody, by id and by the name to print. */
export interface PersonRef {
  id: string;
  name: string;
}

/** A gap, by what finds it and by what is printed of it. */
export interface GapRef {
  /** Short name. */
  service: string;
  serviceName: string;
  /** Key. */
  question: string;
  title: string;
}

/** What was decided about a gap, with what each kind of decision needs (L2). Days are YYYY-MM-DD. */
export type Decided =
  /** Answered yes; without evidence it is claimed. */
  | { kind: "fixed"; reason: string; withEvidence: boolean }
  | { kind: "fix_before"; owner: PersonRef; dueOn: string }
  | { kind: "accept"; reason: string; until: string }
  | { kind: "not_applicable"; reason: string };

/** Why a gap is on the agenda of a meeting (L2), in the order of the agenda. */
export const AGENDA_PARTS = ["blocker", "gap", "waiver_ends", "answer_ends", "not_applicable"] as const;
export type AgendaPart = (typeof AGENDA_PARTS)[number];

/** A point of an agenda, as it was fixed when the meeting started. */
export interface AgendaPoint extends GapRef {
  part: AgendaPart;
  /** The effective verdict of then. */
  verdict: AnswerState;
}

/** What became of a condition. Days are YYYY-MM-DD. */
export type ConditionChange =
  | { change: "met"; late: boolean }
  /** Its day is over; `by` is null. */
  | { change: "overdue" }
  /** Something else was decided about its gap; or, `by` nobody, the question does not count any more. */
  | { change: "withdrawn" }
  /** It was met, and its gap was answered otherwise since. */
  | { change: "broken"; verdict: AnswerState }
  | { change: "moved"; from: string; to: string }
  | { change: "handed_over"; from: PersonRef; to: PersonRef };

/** A field of a launch that a change with a reason names (L1). */
export type LaunchField =
  | "title"
  | "services"
  | "targetDate"
  | "meetingAt"
  | "facilitator"
  | "what"
  | "worth"
  | "delayCostPerWeek"
  | "undo"
  | "onCall";

/** @property from, to as they are printed, days as YYYY-MM-DD; "" for nothing */
export interface FieldChange {
  field: LaunchField;
  from: string;
  to: string;
}

/** What each kind of event tells. */
export interface EventFacts {
  created: { title: string; targetDate: string; services: readonly string[]; facilitator: PersonRef };
  changed: { changes: readonly FieldChange[]; reason: string };
  /** Somebody for a role that nobody had, or another deputy. */
  signer_named: { role: SignRole; signer: PersonRef; deputy: PersonRef | null };
  /** `decision` is the sign-off in force of the one who was replaced (L6). */
  signer_replaced: {
    role: SignRole;
    from: PersonRef;
    to: PersonRef;
    decision: Decision | null;
    reason: string;
  };
  role_taken_off: { role: SignRole; reason: string };
  meeting_started: { agenda: readonly AgendaPoint[] };
  /** @property disposition its id, which is that of its condition too */
  disposed: { disposition: string; gap: GapRef; decided: Decided };
  /** What another person said to an `accept` (L8), or that its waiver ended, `by` who revoked it. Granted alone has a day. */
  waiver_decided: {
    gap: GapRef;
    decision: "granted" | "refused" | "ended";
    until: string | null;
    reason: string;
    /** Decided by who asked, the only one who could. */
    soleDecider: boolean;
  };
  /** @property gaps with what each was expected to cost in a year; null without a price */
  carried: { gaps: readonly (GapRef & { expectedLoss: number | null })[] };
  condition_changed: { condition: string; gap: GapRef; owner: PersonRef; change: ConditionChange };
  signed: {
    /** Id of the sign-off. */
    signOff: string;
    role: SignRole;
    decision: Decision;
    deputyFor: PersonRef | null;
    comment: string;
    lookAgainOn: string | null;
    revision: string;
  };
  /** @property signer who had said no */
  overruled: { signOff: string; role: SignRole; signer: PersonRef; reason: string; revision: string };
  /**
   * @property because what holds from then on, with the title of what is about a question; none on a plain go
   * @property worse what got worse, as clauses, where a go fell by that; worst first
   */
  outcome_changed: {
    from: Outcome;
    to: Outcome;
    because: readonly (OutcomeReason & { title?: string })[];
    worse?: readonly string[];
  };
  note: { text: string };
  correction: { text: string };
  review: { text: string };
  /** @property closedOn the day on which it was launched or called off, which may be before it was recorded */
  closed: { as: ClosedAs; closedOn: string; outcome: Outcome; reason: string };
}
export type EventKind = keyof EventFacts;

/** Something that happened to a launch: what its minutes are made of (L9). `by` is null for what nobody did, as ageing. */
export type LaunchEvent = {
  [Kind in EventKind]: {
    id: string;
    at: Date;
    by: PersonRef | null;
    kind: Kind;
  } & EventFacts[Kind];
}[EventKind];

/** An event of one kind. */
export type EventOf<Kind extends EventKind> = Extract<LaunchEvent, { kind: Kind }>;

/** The events of one kind. */
export const eventsOf = <Kind extends EventKind>(
  events: readonly LaunchEvent[],
  kind: Kind,
): EventOf<Kind>[] => events.filter((event): event is EventOf<Kind> => event.kind === kind);
