import type { ServiceQuery } from "@/components/addresses/pages";
import { isOverdue } from "@/components/gaps/plan-draft";
import type { AssessedQuestion, Scorecard } from "@/lib/contracts/scorecard";
import { isKnown } from "@/lib/domain/exposure";

/** How many gaps stand there until one asks for all. */
export const FIRST_GAPS = 20;

const SHOWN: Record<ServiceQuery["gaps"], (question: AssessedQuestion, today: string) => boolean> = {
  all: () => true,
  blockers: (question) => question.blocker,
  known: (question) => isKnown(question.effectiveVerdict),
  unknown: (question) => !isKnown(question.effectiveVerdict),
  stale: (question) => question.stale,
  overdue: (question, today) => isOverdue(question.plan, today),
  accepted: (question) => question.waived,
};

/** The gaps of a service in the order of its scorecard: blockers first, then by what is shown of them. */
export function gapQuestions(card: Pick<Scorecard, "gaps" | "questions">): AssessedQuestion[] {
  const byKey = new Map(card.questions.map((question) => [question.key, question]));
  return card.gaps.flatMap((gap) => byKey.get(gap.question) ?? []);
}

/** The gaps that a query leaves. @param today YYYY-MM-DD, the organisation's */
export function filterGaps(
  gaps: readonly AssessedQuestion[],
  query: Pick<ServiceQuery, "gaps" | "area" | "cost">,
  today: string,
): AssessedQuestion[] {
  return gaps.filter(
    (question) =>
      SHOWN[query.gaps](question, today) &&
      (query.area === "" || question.area === query.area) &&
      (query.cost === "" || question.costs.some((each) => each.cost === query.cost)),
  );
}
