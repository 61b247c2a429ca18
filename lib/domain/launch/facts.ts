import type { AnswerState, Area, Lifecycle, Standing, Tier } from "../vocabulary";
import type { ConditionState, DispositionKind } from "./vocabulary";

/** A waiver in force. @property until its last day, YYYY-MM-DD */
export interface WaiverFacts {
  id: string;
  until: string;
}

/** One question that applies to a service of a launch, as it stood at an instant: what L5 compares. */
export interface QuestionState {
  question: string;
  critical: boolean;
  /** The given verdict. */
  given: AnswerState;
  /** The effective one (S5). */
  verdict: AnswerState;
  stale: boolean;
  /** Of the answer; 0 while unanswered. */
  version: number;
  /** In force then; null without one. */
  waiver: WaiverFacts | null;
}

/** A service of a launch at an instant. */
export interface ServiceState<Q extends QuestionState = QuestionState> {
  /** Its short name. */
  service: string;
  tier: Tier;
  /** Those that apply, in the order of the checklist. */
  questions: readonly Q[];
}

/** What stands of a question in the bytes that are signed: its answer with reason and evidence beside its state. */
export interface QuestionFacts extends QuestionState {
  area: Area;
  title: string;
  text: string;
  reason: string;
  evidence: readonly { label: string; url: string }[];
  /** Id of who saved the answer, and when (ISO 8601 with milliseconds); null while unanswered. */
  savedBy: string | null;
  savedAt: string | null;
}

/** The same of a service. */
export interface ServiceFacts extends ServiceState<QuestionFacts> {
  name: string;
  lifecycle: Lifecycle;
  tags: readonly string[];
  checklist: { key: string; version: number };
  score: number | null;
  standing: Standing;
}

/** A condition: a gap to be fixed by somebody by a day, before the launch (L2, L4). */
export interface ConditionFacts {
  id: string;
  service: string;
  question: string;
  /** Id of who does it. */
  owner: string;
  /** YYYY-MM-DD */
  dueOn: string;
  state: ConditionState;
}

/** What was decided about a gap, the last such decision only (L2). */
export interface DispositionFacts {
  id: string;
  service: string;
  question: string;
  kind: DispositionKind;
  /** Id of who decided it. */
  by: string;
  /** ISO 8601 with milliseconds. */
  at: string;
}

/** What a launch itself says that a signature covers (L5). */
export interface PlanFacts {
  /** What is launched. */
  what: string;
  undo: { how: string; who: string };
  /** YYYY-MM-DD, where the organisation is. */
  targetDate: string;
}

/** The facts of a launch at an instant: what a signer sees, what is frozen and hashed (L5). Lists are in a fixed order. */
export interface LaunchFacts {
  launch: string;
  plan: PlanFacts;
  /** By short name. */
  services: readonly ServiceFacts[];
  /** By service and question. */
  dispositions: readonly DispositionFacts[];
  conditions: readonly ConditionFacts[];
}

/** What of them later states are compared with (L5). */
export interface SeenFacts extends Pick<LaunchFacts, "plan" | "conditions"> {
  services: readonly ServiceState[];
}

/** Whether a question counts (S1). */
export const isCounting = ({ verdict }: Pick<QuestionState, "verdict">): boolean =>
  verdict !== "not_applicable";

/** Whether it is a gap (S4). */
export const isGap = ({ verdict }: Pick<QuestionState, "verdict">): boolean =>
  verdict !== "yes" && verdict !== "not_applicable";

/** Whether it is a blocker: a critical gap without a waiver in force. */
export const isBlocker = (state: Pick<QuestionState, "verdict" | "critical" | "waiver">): boolean =>
  isGap(state) && state.critical && state.waiver === null;
