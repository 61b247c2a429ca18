import type { Question } from "./checklist";
import type { GivenAnswer } from "./effective-verdict";
import { isKnown } from "./exposure";
import { gapWorth, type Pricing } from "./gap-worth";
import { type AssessedService, assess } from "./readiness";

/** Why an exposure is another than it was, in the order in which the difference is attributed. */
export const EXPOSURE_CAUSES = ["model", "facts", "checklist", "answers", "ageing"] as const;
export type ExposureCause = (typeof EXPOSURE_CAUSES)[number];

/** Incidents a year, and the loss expected from them; 0 where nothing has a price. */
export interface Expected {
  incidents: number;
  loss: number;
}

/** All that is expected, and of it what known gaps are expected to cause; the rest is unknown (R1). */
export interface Amount extends Expected {
  known: Expected;
}

/** Carried now and at launch, never added together (R6). */
export interface Amounts {
  now: Amount;
  atLaunch: Amount;
}

/** A service at one end of a span. */
export interface ExposureEnd {
  facts: AssessedService;
  /** When its gaps are carried (R6); never also for a service that is not among those asked about. */
  carried: "now" | "at_launch" | "never";
  answers: ReadonlyMap<string, GivenAnswer>;
}

/** The two ends of one service, and what turns them into money. */
export interface ExposureSpan {
  since: Date;
  until: Date;
  /** Null before the service was there. */
  from: ExposureEnd | null;
  to: ExposureEnd;
  /** The questions that it was asked then, with the rates of then and with those of later; and those of later. */
  questions: {
    before: readonly Question[];
    beforeByLaterRates: readonly Question[];
    after: readonly Question[];
  };
  pricing: { before: Pricing; after: Pricing };
}

const nothing = (): Amount => ({ incidents: 0, loss: 0, known: { incidents: 0, loss: 0 } });

/** No exposure. */
export const noAmounts = (): Amounts => ({ now: nothing(), atLaunch: nothing() });

/** Adds what is expected of some gaps to a sum, and to its known part where they are known (R1). */
export function addExpected(sum: Amount, { incidents, loss }: Expected, known: boolean): void {
  for (const part of known ? [sum, sum.known] : [sum]) {
    part.incidents += incidents;
    part.loss += loss;
  }
}

/** How an exposure went from one end to the other: where it was, and what each cause made of it. */
export interface ExposurePath {
  from: Amounts;
  to: Amounts;
  byCause: Record<ExposureCause, Amounts>;
}

/**
 * Explains the difference of one service's exposure (R5) between two instants by cause. One thing after the other is set
 * from what it was to what it is, in the order of EXPOSURE_CAUSES, and each answers for what it moves: first the model, so
 * that everything after it is in the money of later; then facts (tier, tags, lifecycle, that it came or left), with which a
 * service comes with every question open; the checklist; answers, taken as fresh; last, ageing. The parts add up to the
 * whole difference by construction, and so do their known parts: what goes from known to unknown lowers one by what it
 * raises the other (R1).
 */
export function explainExposure(span: ExposureSpan): ExposurePath {
  const { from, to, questions, pricing, since, until } = span;
  const answers = from?.answers ?? new Map<string, GivenAnswer>();
  const asked = from ? questions.beforeByLaterRates : questions.after;
  const steps = [
    amountsOf(from, questions.before, answers, since, pricing.before),
    amountsOf(from, questions.beforeByLaterRates, answers, since, pricing.after),
    amountsOf(to, asked, answers, since, pricing.after),
    amountsOf(to, questions.after, answers, since, pricing.after),
    amountsOf(to, questions.after, to.answers, since, pricing.after),
    amountsOf(to, questions.after, to.answers, until, pricing.after),
  ];
  const at = (index: number) => steps[index] ?? noAmounts();
  return {
    from: at(0),
    to: at(5),
    byCause: Object.fromEntries(
      EXPOSURE_CAUSES.map((cause, index) => [cause, difference(at(index + 1), at(index))]),
    ) as Record<ExposureCause, Amounts>,
  };
}

function amountsOf(
  end: ExposureEnd | null,
  questions: readonly Question[],
  answers: ReadonlyMap<string, GivenAnswer>,
  at: Date,
  pricing: Pricing,
): Amounts {
  const amounts = noAmounts();
  if (!end || end.carried === "never") return amounts;
  const sum = end.carried === "now" ? amounts.now : amounts.atLaunch;
  // A scope that changed later has changed already where its facts are taken.
  const scopeChangedAt = new Date(Math.min(end.facts.scopeChangedAt.getTime(), at.getTime()));
  const facts = { ...end.facts, scopeChangedAt };
  for (const { question, verdict, gap } of assess(facts, questions, answers, [], at)) {
    if (!gap) continue;
    const worth = gapWorth(question.costs, verdict, end.facts.tier, pricing);
    addExpected(sum, { incidents: worth.incidentsPerYear, loss: worth.expectedLoss ?? 0 }, isKnown(verdict));
  }
  return amounts;
}

const less = (a: Expected, b: Expected): Expected => ({
  incidents: a.incidents - b.incidents,
  loss: a.loss - b.loss,
});
const lessAmount = (a: Amount, b: Amount): Amount => ({ ...less(a, b), known: less(a.known, b.known) });
const difference = (a: Amounts, b: Amounts): Amounts => ({
  now: lessAmount(a.now, b.now),
  atLaunch: lessAmount(a.atLaunch, b.atLaunch),
});

/** Adds one exposure to another. */
function addAmounts(sum: Amounts, more: Amounts): void {
  for (const when of ["now", "atLaunch"] as const) {
    const { known, ...all } = more[when];
    addExpected(sum[when], all, false);
    sum[when].known.incidents += known.incidents;
    sum[when].known.loss += known.loss;
  }
}

/** Adds the path of a service to those of others. */
export function addPath(sum: ExposurePath, more: ExposurePath): void {
  addAmounts(sum.from, more.from);
  addAmounts(sum.to, more.to);
  for (const cause of EXPOSURE_CAUSES) addAmounts(sum.byCause[cause], more.byCause[cause]);
}

/** The path of no service. */
export const noPath = (): ExposurePath => ({
  from: noAmounts(),
  to: noAmounts(),
  byCause: Object.fromEntries(EXPOSURE_CAUSES.map((cause) => [cause, noAmounts()])) as Record<
    ExposureCause,
    Amounts
  >,
});
