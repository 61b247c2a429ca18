import type { Answer } from "../../contracts/answers";
import type { AssessedQuestion } from "../../contracts/scorecard";

/** A question as the scorecard lists it, for tests; unanswered unless said otherwise. */
export function aQuestion(part: Partial<AssessedQuestion> = {}): AssessedQuestion {
  return {
    key: "calls-time-out",
    area: "third_parties",
    title: "Time limits on every outgoing call",
    text: "Every call gives up in time.",
    meaning: 1,
    why: "Because one hung.",
    convincing: "A test.",
    howToFix: "Set a limit.",
    ability: "graceful_failure",
    weight: 3,
    critical: false,
    upToTier: 4,
    tags: [],
    reviewAfterDays: 180,
    effortDays: 2,
    costs: [{ cost: "lost_trust", incidentsPerYear: 0.5, because: "it is seen", expectedLoss: null }],
    verdict: "unanswered",
    effectiveVerdict: "unanswered",
    stale: false,
    questionChanged: false,
    reason: "",
    evidence: [],
    version: 0,
    savedAt: null,
    savedBy: null,
    source: null,
    origin: null,
    staleAt: null,
    number: "3.2",
    gap: true,
    blocker: false,
    waived: false,
    incidentsPerYear: 0.5,
    earlier: 0,
    plan: null,
    ...part,
  };
}

export const ANA = { id: "00000000-0000-4000-8000-00000000000a", name: "Ana" };
export const MIRA = { id: "00000000-0000-4000-8000-00000000000b", name: "Mira" };

/** An answer as the API returns it, for tests. */
export function anAnswer(part: Partial<Answer> = {}): Answer {
  const { verdict = "partly" } = part;
  return {
    question: "calls-time-out",
    verdict,
    effectiveVerdict: verdict,
    stale: false,
    questionChanged: false,
    reason: "",
    evidence: [],
    version: 1,
    savedAt: "2026-11-20T10:00:00.000Z",
    savedBy: ANA,
    source: "person",
    origin: null,
    staleAt: "2027-05-19T10:00:00.001Z",
    ...part,
  };
}
