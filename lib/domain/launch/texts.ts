import type { Decision, DispositionKind, Outcome } from "./vocabulary";

/** Name of an outcome, and what it says. */
export const OUTCOME_TEXT: Record<Outcome, { name: string; means: string }> = {
  go: { name: "Go", means: "everybody who must sign has signed, and nothing is open" },
  conditional_go: { name: "Go, with conditions", means: "a go once what was promised is done" },
  pending: { name: "Not decided", means: "something that a decision needs is missing" },
  no_go: { name: "No-go", means: "somebody who must sign said no" },
};

export const DECISION_TEXT: Record<Decision, string> = { go: "go", no_go: "no-go" };

/** Name of what can be done with a gap, and what it takes. */
export const DISPOSITION_TEXT: Record<DispositionKind, { name: string; takes: string }> = {
  fixed: { name: "Fixed", takes: "answer yes, with evidence" },
  fix_before: { name: "Fix before launch", takes: "who, and by when" },
  accept: { name: "Accept the risk", takes: "reason, until when; another person decides" },
  not_applicable: { name: "Not for us", takes: "reason" },
};
