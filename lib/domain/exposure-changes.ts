import { type Pricing, priceAt } from "./gap-worth";
import { COSTS, type Tier } from "./vocabulary";

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

/** What the gaps of a service are expected to cause at one stage of the way from what it was to what it is. */
export interface ExposureStage {
  /** A year: see Tally.incidents. */
  incidents: Float64Array;
  tier: Tier;
  /** When its gaps are carried (R6); never also for a service that is not among those asked about. */
  carried: "now" | "at_launch" | "never";
}

/** What turns incidents into money: then, and later. */
export interface PricingSpan {
  before: Pricing;
  after: Pricing;
}

const nothing = (): Amount => ({ incidents: 0, loss: 0, known: { incidents: 0, loss: 0 } });

/** No exposure. */
const noAmounts = (): Amounts => ({ now: nothing(), atLaunch: nothing() });

/** How an exposure went from one end to the other: where it was, and what each cause made of it. */
export interface ExposurePath {
  from: Amounts;
  to: Amounts;
  byCause: Record<ExposureCause, Amounts>;
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

/**
 * Adds the difference of one service's exposure (R5) between two instants, by cause. One thing after the other is set
 * from what it was to what it is, in the order of EXPOSURE_CAUSES, and each answers for what it moves: first the model, so
 * that everything after it is in the money of later; then facts (tier, tags, lifecycle, that it came or left), with which a
 * service comes with every question open; the checklist; answers, taken as fresh; last, ageing. The parts add up to the
 * whole difference by construction, and so do their known parts: what goes from known to unknown lowers one by what it
 * raises the other (R1).
 * @param stages as it was, and after each cause; null before the service was there; the same object where nothing moved
 */
export function addExplained(
  path: ExposurePath,
  stages: readonly (ExposureStage | null)[],
  pricing: PricingSpan,
): void {
  const [first = null] = stages;
  let before = first;
  let amount = amountOf(first, pricing.before);
  add(path.from, first, amount, 1);
  for (const [index, cause] of EXPOSURE_CAUSES.entries()) {
    const stage = stages[index + 1] ?? null;
    const isPricedAnew = index === 0 && pricing.before !== pricing.after;
    if (stage === before && !isPricedAnew) continue;
    const next = amountOf(stage, pricing.after);
    if (carriedAlike(stage, before)) add(path.byCause[cause], stage, difference(next, amount), 1);
    else {
      add(path.byCause[cause], before, amount, -1);
      add(path.byCause[cause], stage, next, 1);
    }
    [before, amount] = [stage, next];
  }
  add(path.to, before, amount, 1);
}

const carriedAlike = (a: ExposureStage | null, b: ExposureStage | null): boolean =>
  a !== null && b !== null && a.carried === b.carried;

/** What is expected of a service at a stage (R2, R5): of what is carried never, nothing. */
export function amountOf(stage: ExposureStage | null, pricing: Pricing): Amount {
  const amount = nothing();
  if (!stage || stage.carried === "never") return amount;
  const { incidents, tier } = stage;
  for (const [place, cost] of COSTS.entries()) {
    const [known, unknown] = [incidents[place] as number, incidents[COSTS.length + place] as number];
    const price = priceAt(pricing, cost, tier) ?? 0;
    amount.incidents += known + unknown;
    amount.loss += (known + unknown) * price;
    amount.known.incidents += known;
    amount.known.loss += known * price;
  }
  return amount;
}

const difference = (a: Amount, b: Amount): Amount => ({
  incidents: a.incidents - b.incidents,
  loss: a.loss - b.loss,
  known: { incidents: a.known.incidents - b.known.incidents, loss: a.known.loss - b.known.loss },
});

/** Adds what is carried at a stage to a sum, or takes it away. */
function add(
  amounts: Amounts,
  stage: ExposureStage | null,
  { incidents, loss, known }: Amount,
  sign: 1 | -1,
) {
  if (!stage || stage.carried === "never") return;
  const sum = stage.carried === "now" ? amounts.now : amounts.atLaunch;
  sum.incidents += sign * incidents;
  sum.loss += sign * loss;
  sum.known.incidents += sign * known.incidents;
  sum.known.loss += sign * known.loss;
}
