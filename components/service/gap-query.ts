import { isOverdue } from "@/components/gaps/plan-draft";
import type { AssessedQuestion, Scorecard } from "@/lib/contracts/scorecard";
import { isKnown } from "@/lib/domain/exposure";
import { TREND_RANGES, type TrendRange } from "@/lib/domain/trend-days";
import { AREAS, type Area, COSTS, type Cost } from "@/lib/domain/vocabulary";

/** Which gaps are shown. Known: no or partly; unknown: unclear, stale or unanswered (R1). */
export const GAP_SHOWS = ["all", "blockers", "known", "unknown", "stale", "overdue", "accepted"] as const;
export type GapShow = (typeof GAP_SHOWS)[number];

/** What the address of a service's page asks for: which of its gaps, as of when, and how far its trend looks back. */
export interface GapQuery {
  show: GapShow;
  area: Area | null;
  cost: Cost | null;
  /** Beyond the first ones, too. */
  whole: boolean;
  /** A day or an instant before now, as the address has it; null for now. */
  asOf: string | null;
  range: TrendRange;
}

const FIRST_RANGE: TrendRange = "1y";

/** How many gaps stand there until one asks for all. */
export const FIRST_GAPS = 20;

/** Reads an address; what is not known is passed over. @param asOf what it asks about, when that is past */
export function readGapQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
  asOf: string | null,
): GapQuery {
  return {
    show: GAP_SHOWS.find((each) => each === params.gaps) ?? "all",
    area: AREAS.find((each) => each === params.area) ?? null,
    cost: COSTS.find((each) => each === params.cost) ?? null,
    whole: params.whole === "true",
    asOf,
    range: TREND_RANGES.find((each) => each === params.range) ?? FIRST_RANGE,
  };
}

/** The address of a service's gaps after a change; it scrolls to them. */
export const gapHref = (service: string, query: GapQuery, change: Partial<GapQuery>): string =>
  `${overviewHref(service, query, change)}#gaps`;

/** The address of a service's page after a change. */
export function overviewHref(service: string, query: GapQuery, change: Partial<GapQuery>): string {
  const next = { ...query, whole: false, ...change };
  const search = new URLSearchParams();
  if (next.asOf !== null) search.set("asOf", next.asOf);
  if (next.show !== "all") search.set("gaps", next.show);
  if (next.area) search.set("area", next.area);
  if (next.cost) search.set("cost", next.cost);
  if (next.whole) search.set("whole", "true");
  if (next.range !== FIRST_RANGE) search.set("range", next.range);
  return `/services/${service}${search.size === 0 ? "" : `?${search}`}`;
}

const SHOWN: Record<GapShow, (question: AssessedQuestion, today: string) => boolean> = {
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
  query: Pick<GapQuery, "show" | "area" | "cost">,
  today: string,
): AssessedQuestion[] {
  return gaps.filter(
    (question) =>
      SHOWN[query.show](question, today) &&
      (query.area === null || question.area === query.area) &&
      (query.cost === null || question.costs.some((each) => each.cost === query.cost)),
  );
}
