import { dayAfter } from "../as-of";
import type { ConditionFacts } from "./facts";
import {
  type Decision,
  OUTCOME_REASONS,
  type Outcome,
  type OutcomeReasonCode,
  SIGN_ROLES,
  type SignRole,
} from "./vocabulary";

/** How long after its target date a launch can still be on a go, and be recorded as launched, in days (L4, L9). */
export const GRACE_DAYS = 7;

/** An overruling of a no_go, as it stands (L6). */
export interface Overruled {
  /** Id of who overruled. */
  person: string;
  /** By L5, as of a go; one that is not holds no more. */
  upToDate: boolean;
}

/** The sign-off in force of a role (L7). */
export interface SignOffState {
  /** Id of who signed; the deputy, where the deputy did. */
  person: string;
  /** Id of the signer in whose place a deputy signed; null for a signer. */
  deputyFor: string | null;
  decision: Decision;
  /** By L5; of a no_go it is not asked, which never goes out of date (L6). */
  upToDate: boolean;
  overruled: Overruled | null;
}

/** A role of a launch: who is named for it, and what was signed. */
export interface RoleState {
  role: SignRole;
  /** Id of who is named; null while nobody is. */
  signer: string | null;
  deputy: string | null;
  signOff: SignOffState | null;
}

export interface OutcomeFacts {
  required: readonly SignRole[];
  /** Of every role that somebody is named for or has signed, required or not. */
  roles: readonly RoleState[];
  /** As `needsTwoPeople` says (L1). */
  needsTwoPeople: boolean;
  /** Blockers without a disposition that counts (L2). */
  undisposed: readonly { service: string; question: string }[];
  conditions: readonly Pick<ConditionFacts, "id" | "service" | "question" | "state">[];
  /** Days where the organisation is, YYYY-MM-DD. */
  today: string;
  targetDate: string;
}

export interface OutcomeReason {
  code: OutcomeReasonCode;
  role?: SignRole;
  service?: string;
  question?: string;
}

/** Whether an outcome says that it may be launched, on conditions or without (L4). */
export const isGo = (outcome: Outcome): boolean => outcome === "go" || outcome === "conditional_go";

const AWAITED: readonly OutcomeReasonCode[] = ["sign_off_out_of_date", "signer_missing", "sign_off_missing"];

/**
 * Reasons as they are told, those of one code together, in their order. That a second person is missing goes without saying
 * while somebody else is to sign.
 */
export function reasonsByCode<Reason extends Pick<OutcomeReason, "code">>(
  reasons: readonly Reason[],
): { code: OutcomeReasonCode; those: Reason[] }[] {
  const isAwaited = reasons.some(({ code }) => AWAITED.includes(code));
  return [...new Set(reasons.map(({ code }) => code))]
    .filter((code) => !(code === "second_person" && isAwaited))
    .map((code) => ({ code, those: reasons.filter((each) => each.code === code) }));
}

export interface OutcomeResult {
  outcome: Outcome;
  /** Worst first; empty on a go that nobody objected to. */
  reasons: OutcomeReason[];
  /** An overruling holds, and nothing else says no (L6). */
  overObjection: boolean;
}

/** Whether an overruling of a no_go holds (L6). */
export const isOverruled = ({ decision, overruled }: Pick<SignOffState, "decision" | "overruled">): boolean =>
  decision === "no_go" && overruled?.upToDate === true;

/** Who stands for a go of a role: its signer or deputy, or who overruled their no_go; null while nobody does (L4, L6). */
export function whoSaysGo(signOff: SignOffState | null): string | null {
  if (!signOff) return null;
  if (signOff.decision === "go") return signOff.upToDate ? signOff.person : null;
  return isOverruled(signOff) ? (signOff.overruled?.person ?? null) : null;
}

/** Why a required role does not carry a go; null when it does. A no_go has its own reason. */
function missingOf(role: SignRole, state: RoleState | undefined): OutcomeReason | null {
  if (state?.signOff) {
    if (whoSaysGo(state.signOff) !== null || state.signOff.decision === "no_go") return null;
    return { code: "sign_off_out_of_date", role };
  }
  return { code: state?.signer ? "sign_off_missing" : "signer_missing", role };
}

/** Whether a week has passed since the target date (L4). Days are YYYY-MM-DD. */
const isDatePassed = (targetDate: string, today: string): boolean => today > dayAfter(targetDate, GRACE_DAYS);

function pendingReasons(facts: OutcomeFacts): OutcomeReason[] {
  const { required, roles, undisposed, conditions } = facts;
  const stateOf = (role: SignRole) => roles.find((each) => each.role === role);
  const signed = new Set(roles.map(({ signOff }) => whoSaysGo(signOff)).filter((person) => person !== null));
  const named = (code: OutcomeReasonCode, { service, question }: { service: string; question: string }) => ({
    code,
    service,
    question,
  });
  return [
    ...undisposed.map((gap) => named("blocker_undisposed", gap)),
    ...conditions
      .filter(({ state }) => state === "overdue")
      .map((condition) => named("condition_overdue", condition)),
    ...required.flatMap((role) => missingOf(role, stateOf(role)) ?? []),
    ...(facts.needsTwoPeople && signed.size < 2 ? [{ code: "second_person" as const }] : []),
    ...(isDatePassed(facts.targetDate, facts.today) ? [{ code: "date_passed" as const }] : []),
  ];
}

const placeOf = ({ code }: OutcomeReason): number => OUTCOME_REASONS.indexOf(code);

/**
 * What the sign-offs of a launch amount to at an instant, and why (L4): the first that holds of a no_go that is not overruled,
 * whatever role it was given in; anything missing; an open condition; else a go. An overruling that holds makes its role
 * signed, by who overruled, and stands among the reasons whatever the outcome is (L6).
 */
export function outcomeOf(facts: OutcomeFacts): OutcomeResult {
  const roles = [...facts.roles].sort((a, b) => SIGN_ROLES.indexOf(a.role) - SIGN_ROLES.indexOf(b.role));
  const objections = roles.filter(({ signOff }) => signOff?.decision === "no_go");
  const isHeld = ({ signOff }: RoleState) => signOff !== null && isOverruled(signOff);
  const overruled = objections.filter(isHeld).map(({ role }): OutcomeReason => ({ code: "overruled", role }));
  const because = (outcome: Outcome, reasons: readonly OutcomeReason[]): OutcomeResult => ({
    outcome,
    reasons: [...reasons, ...overruled].sort((a, b) => placeOf(a) - placeOf(b)),
    overObjection: outcome !== "no_go" && overruled.length > 0,
  });

  const against = objections.filter((each) => !isHeld(each));
  if (against.length > 0)
    return because(
      "no_go",
      against.map(({ role }) => ({ code: "no_go", role })),
    );
  const missing = pendingReasons(facts);
  if (missing.length > 0) return because("pending", missing);
  const open = facts.conditions.filter(({ state }) => state === "open");
  return because(
    open.length > 0 ? "conditional_go" : "go",
    open.map(({ service, question }) => ({ code: "condition_open", service, question })),
  );
}
