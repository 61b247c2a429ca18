import type { BestList } from "@/components/gaps/best-gaps-cards";

import type { AssessedQuestion, Scorecard } from "@/lib/contracts/scorecard";
import { isKnown } from "@/lib/domain/exposure";
import { bestGaps, SEVERITY, worthADay } from "@/lib/domain/worth";

const BY_MONEY = "By what a day of work saves a year";
const BY_INCIDENTS = "By the incidents that a day of work saves a year";
const UNPRICED = "Without a price: by the incidents that a day of work saves";

/** How many of each are named. */
const MOST = 3;

/**
 * What to do next about a service (R8): its known gaps without a waiver, and apart its unknown ones, by worth ÷ effort;
 * gaps without a priced cost in a list of their own.
 */
export function bestOfService(card: Pick<Scorecard, "service" | "questions" | "gaps" | "exposure">): {
  fixes: BestList[];
  questions: BestList[];
} {
  const byKey = new Map(card.questions.map((question) => [question.key, question]));
  const all = card.gaps.flatMap(({ question, effortDays, expectedLoss, waived }) => {
    const asked = byKey.get(question);
    return asked && !waived ? [rankable(card, asked, effortDays, expectedLoss)] : [];
  });
  const listed = (known: boolean): BestList[] => {
    const gaps = all.filter((gap) => gap.known === known);
    const of = (title: string, some: typeof gaps) => ({ title, gaps: bestGaps(some, MOST) });
    if (card.exposure.pricedCosts === 0)
      return [of(BY_INCIDENTS, gaps)].filter((list) => list.gaps.length > 0);
    return [
      of(
        BY_MONEY,
        gaps.filter((gap) => gap.expectedLoss !== null),
      ),
      of(
        UNPRICED,
        gaps.filter((gap) => gap.expectedLoss === null),
      ),
    ].filter((list) => list.gaps.length > 0);
  };
  return { fixes: listed(true), questions: listed(false) };
}

function rankable(
  { service }: Pick<Scorecard, "service">,
  question: AssessedQuestion,
  effortDays: number,
  expectedLoss: number | null,
) {
  // Of one service: its tier makes no difference to the order.
  const severity = SEVERITY[service.tier];
  const { incidentsPerYear } = question;
  return {
    ...{ service: service.slug, serviceName: service.name, team: service.team, tier: service.tier },
    ...{ question: question.key, title: question.title, text: question.text },
    ...{ area: question.area, stale: question.stale },
    ...{ known: isKnown(question.effectiveVerdict), accepted: false, live: service.lifecycle === "live" },
    ...{ incidentsPerYear, expectedLoss, effortDays, severity },
    worthADay: worthADay({ incidentsPerYear, expectedLoss, effortDays, severity }),
  };
}
