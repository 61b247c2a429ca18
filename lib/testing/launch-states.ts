import type { Disposition } from "../domain/launch/dispositions";
import type { QuestionState, ServiceState } from "../domain/launch/facts";
import type { OutcomeFacts, RoleState, SignOffState } from "../domain/launch/outcome";
import type { PlanSeen } from "../domain/launch/plan-worse";
import type { SignRole } from "../domain/launch/vocabulary";
import type { AnswerState } from "../domain/vocabulary";

/** A critical question answered so, fresh and without a waiver, unless said otherwise. */
export function asked(given: AnswerState, some: Partial<QuestionState> = {}): QuestionState {
  const stale = some.stale ?? false;
  return {
    question: "timeouts",
    critical: true,
    given,
    verdict: stale ? "unclear" : given,
    stale,
    version: given === "unanswered" ? 0 : 1,
    waiver: null,
    ...some,
  };
}

/** A service with these questions. */
export const serviceOf = (...questions: QuestionState[]): ServiceState => ({
  service: "checkout",
  tier: 1,
  questions,
});

/** A plan of one service, launched on 9 December, without conditions or waivers. */
export const planOf = (some: Partial<PlanSeen> = {}, targetDate = "2026-12-09"): PlanSeen => ({
  plan: { what: "One-click checkout", undo: { how: "flag off", who: "Jonas" }, targetDate },
  services: ["checkout"],
  conditions: [],
  waivers: [],
  ...some,
});

/** A go of `person`, up to date. */
export const goOf = (person: string, some: Partial<SignOffState> = {}): SignOffState => ({
  person,
  deputyFor: null,
  decision: "go",
  upToDate: true,
  overruled: null,
  ...some,
});

/** A role with its signer, who has signed so. */
export const roleOf = (
  role: SignRole,
  signer: string | null,
  signOff: SignOffState | null = null,
): RoleState => ({ role, signer, deputy: null, signOff });

/** A tier 3 launch of 9 December whose one role is signed: a plain go. */
export const signedLaunch = (some: Partial<OutcomeFacts> = {}): OutcomeFacts => ({
  required: ["engineering"],
  roles: [roleOf("engineering", "jonas", goOf("jonas"))],
  needsTwoPeople: false,
  undisposed: [],
  conditions: [],
  today: "2026-12-01",
  targetDate: "2026-12-09",
  ...some,
});

let made = 0;
/** A decision on "timeouts" of "checkout" at a minute of an hour; a condition of one is open, a waiver asked for. */
export function decidedAs(
  kind: Disposition["kind"],
  minute: number,
  some: Partial<Disposition> = {},
): Disposition {
  made += 1;
  return {
    id: `decision-${made}`,
    kind,
    service: "checkout",
    question: "timeouts",
    at: new Date(Date.UTC(2026, 10, 25, 10, minute)),
    by: "ana",
    waiver: kind === "accept" ? "requested" : null,
    condition: kind === "fix_before" ? "open" : null,
    reopened: false,
    ...some,
  };
}
