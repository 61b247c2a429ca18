/** In whose name a launch is signed, in the order in which they are shown (L1). */
export const SIGN_ROLES = ["engineering", "reliability", "security", "product", "executive"] as const;
export type SignRole = (typeof SIGN_ROLES)[number];

export const DECISIONS = ["go", "no_go"] as const;
export type Decision = (typeof DECISIONS)[number];

export const LAUNCH_STATES = ["open", "launched", "called_off"] as const;
export type LaunchState = (typeof LAUNCH_STATES)[number];
/** How a launch is closed (L9). */
export type ClosedAs = Exclude<LaunchState, "open">;

/** What the sign-offs of a launch amount to (L4). */
export const OUTCOMES = ["go", "conditional_go", "pending", "no_go"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why an outcome is what it is (L4), worst first. */
export const OUTCOME_REASONS = [
  "no_go",
  "overruled",
  "blocker_undisposed",
  "condition_overdue",
  "sign_off_out_of_date",
  "signer_missing",
  "sign_off_missing",
  "second_person",
  "date_passed",
  "condition_open",
] as const;
export type OutcomeReasonCode = (typeof OUTCOME_REASONS)[number];

/** What can be done with one gap of a launch (L2), in the order of the keys 1 to 4. */
export const DISPOSITION_KINDS = ["fixed", "fix_before", "accept", "not_applicable"] as const;
export type DispositionKind = (typeof DISPOSITION_KINDS)[number];

export const CONDITION_STATES = ["open", "met", "overdue", "withdrawn"] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

/** Why a sign-off is out of date (L5), worst first. */
export const BECAUSE_CODES = [
  "verdict_worse",
  "blocker_appeared",
  "waiver_ended",
  "critical_stale",
  "question_new",
  "question_dropped",
  "service_added",
  "service_left",
  "condition_weakened",
  "what_changed",
  "undo_changed",
  "date_earlier",
  "date_beyond_waiver",
] as const;
export type BecauseCode = (typeof BECAUSE_CODES)[number];
