import { assessHref } from "@/components/addresses/pages";
import { amountFigure, type Figure, gapSubject } from "@/components/figure/figure";
import type { GapRow } from "@/lib/contracts/gaps";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import type { Service } from "@/lib/contracts/services";
import type { GAP_SORTS } from "@/lib/domain/filters";
import type { AnswerState, Area, Tier } from "@/lib/domain/vocabulary";
import type { Plan } from "./plan-draft";

export type GapSort = (typeof GAP_SORTS)[number];

/** One gap as a line of a list shows it, whichever list. */
export interface GapLine {
  /** Short name of its service. */
  service: string;
  /** Key of its question. */
  question: string;
  /** Where its name leads. */
  href: string;
  /** What its question is called, and what that asks. */
  title: string;
  text: string;
  number: string;
  area: Area;
  /** The effective verdict, and the given one. */
  verdict: AnswerState;
  given: AnswerState;
  stale: boolean;
  /** Stale because the question changed; in lists that do not know, left out. */
  questionChanged?: boolean;
  blocker: boolean;
  accepted: boolean;
  /** Whether somebody may ask that its risk be accepted (S6): an unknown is answered first. */
  mayAsk: boolean;
  /** Of its service. */
  tier: Tier;
  plan: Plan | null;
  usualDays: number;
  /** Expected a year. */
  incidents: Figure;
  /** What it is expected to cost a year; null where nothing of it has a price. */
  loss: Figure | null;
  /** An instant in the past, as an address has it; null for now. */
  asOf: string | null;
  mayPlan: boolean;
  /** What the list is sorted by: that stands in bold. */
  lead: GapSort;
  /** What a day of work on it is worth; in lists that do not go by that, null. */
  aDay: Figure | null;
  /** The day since when it is open, as people write it; in lists that do not go by that, null. */
  openedOn: string | null;
  /** Of its service. */
  serviceName: string;
  team: { slug: string; name: string };
  /** Among gaps of several services: its own stands beside it. */
  among: boolean;
}

interface Worth {
  service: string;
  question: string;
  incidentsPerYear: number;
  expectedLoss: number | null;
  /** Those that the worth is of; all when left out. */
  cost?: string | undefined;
}

/** What a gap is expected to cause and to cost a year; null where there is no money to tell. */
function worthOf(
  { service, question, incidentsPerYear, expectedLoss, cost }: Worth,
  currency: string | null,
  asOf: string | null,
): Pick<GapLine, "incidents" | "loss" | "asOf"> {
  const subject = gapSubject(service, question, asOf);
  return {
    incidents: amountFigure(subject, "worth", incidentsPerYear, null, cost),
    loss:
      expectedLoss === null || currency === null
        ? null
        : amountFigure(subject, "worth", expectedLoss, { currency }, cost),
    asOf,
  };
}

const isWaivable = (given: AnswerState, stale: boolean): boolean =>
  !stale && (given === "no" || given === "partly");

/** A gap of a service's own page. */
export const lineOfQuestion = (
  {
    slug: service,
    name: serviceName,
    team,
    teamName,
    tier,
  }: Pick<Service, "slug" | "name" | "team" | "teamName" | "tier">,
  mayPlan: boolean,
  question: AssessedQuestion,
  asOf: string | null,
  expectedLoss: number | null,
  currency: string | null,
): GapLine => ({
  service,
  question: question.key,
  href: questionHref(service, question.key, asOf),
  title: question.title,
  text: question.text,
  number: question.number,
  area: question.area,
  verdict: question.effectiveVerdict,
  given: question.verdict,
  stale: question.stale,
  questionChanged: question.questionChanged,
  blocker: question.blocker,
  accepted: question.waived,
  mayAsk: mayPlan && isWaivable(question.verdict, question.stale),
  tier,
  plan: question.plan,
  usualDays: question.effortDays,
  ...worthOf(
    { service, question: question.key, incidentsPerYear: question.incidentsPerYear, expectedLoss },
    currency,
    asOf,
  ),
  mayPlan,
  team: { slug: team, name: teamName },
  ...{ serviceName, among: false, lead: "worth", aDay: null, openedOn: null },
});

/** A gap among those of all services. @param costs those that its worth is of; all when none is named */
export const lineOfRow = (
  row: GapRow,
  currency: string | null,
  costs: readonly string[] = [],
  lead: GapSort = "worth",
): GapLine => ({
  lead,
  aDay:
    lead === "worthPerDay"
      ? amountFigure(
          gapSubject(row.service, row.question, null),
          "worthADay",
          row.worthADay,
          row.expectedLoss === null || currency === null ? null : { currency },
          costs.length === 0 ? undefined : costs.join("+"),
        )
      : null,
  openedOn: null,
  service: row.service,
  question: row.question,
  href: questionHref(row.service, row.question, null),
  title: row.title,
  text: row.text,
  number: row.number,
  area: row.area,
  verdict: row.verdict,
  given: row.given,
  stale: row.stale,
  blocker: row.blocker,
  accepted: row.accepted,
  mayAsk: row.can.plan && isWaivable(row.given, row.stale),
  tier: row.tier,
  plan: row.plan,
  usualDays: row.usualEffortDays,
  ...worthOf({ ...row, cost: costs.length === 0 ? undefined : costs.join("+") }, currency, null),
  mayPlan: row.can.plan,
  serviceName: row.serviceName,
  team: { slug: row.team, name: row.teamName },
  among: true,
});

/** Where a question of a service leads: where it can be answered, or, of the past, to the answer of then on its page. */
export const questionHref = (service: string, question: string, asOf: string | null): string =>
  asOf === null ? assessHref(service, question) : `#${question}`;
