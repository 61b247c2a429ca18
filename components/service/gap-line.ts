import type { GapRow } from "@/lib/contracts/gaps";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { amountText } from "@/lib/domain/amount-text";
import type { AnswerState, Area, Tier } from "@/lib/domain/vocabulary";
import { questionHref } from "./gap-query";
import type { Plan } from "./plan-draft";

/** One gap as a line of a list shows it, whichever list. */
export interface GapLine {
  /** Short name of its service. */
  service: string;
  /** Key of its question. */
  question: string;
  /** Where its text leads. */
  href: string;
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
  plan: Plan | null;
  usualDays: number;
  incidentsPerYear: number;
  /** What it is expected to cost a year, for people: "€23k"; null where nothing of it has a price. */
  loss: string | null;
  mayPlan: boolean;
  /** Where it is, in a list of several services. */
  where?: { service: string; team: string; teamSlug: string; tier: Tier };
}

/** An expected loss for people; null where there is none to tell. */
export const lossText = (loss: number | null, currency: string | null): string | null =>
  loss === null || currency === null ? null : amountText(loss, { currency });

/** A gap of a service's own page. */
export const lineOfQuestion = (
  service: string,
  mayPlan: boolean,
  question: AssessedQuestion,
  asOf: string | null,
  loss: string | null = null,
): GapLine => ({
  service,
  question: question.key,
  href: questionHref(service, question.key, asOf),
  text: question.text,
  number: question.number,
  area: question.area,
  verdict: question.effectiveVerdict,
  given: question.verdict,
  stale: question.stale,
  questionChanged: question.questionChanged,
  blocker: question.blocker,
  accepted: question.waived,
  plan: question.plan,
  usualDays: question.effortDays,
  incidentsPerYear: question.incidentsPerYear,
  loss,
  mayPlan,
});

/** A gap among those of all services. */
export const lineOfRow = (row: GapRow, currency: string | null): GapLine => ({
  service: row.service,
  question: row.question,
  href: questionHref(row.service, row.question, null),
  text: row.text,
  number: row.number,
  area: row.area,
  verdict: row.verdict,
  given: row.given,
  stale: row.stale,
  blocker: row.blocker,
  accepted: row.accepted,
  plan: row.plan,
  usualDays: row.usualEffortDays,
  incidentsPerYear: row.incidentsPerYear,
  loss: lossText(row.expectedLoss, currency),
  mayPlan: row.can.plan,
  where: { service: row.serviceName, team: row.teamName, teamSlug: row.team, tier: row.tier },
});
