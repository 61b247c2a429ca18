import "server-only";
import type { Scope } from "../../auth/scope";
import type { Portfolio, PortfolioFilters } from "../../contracts/portfolio";
import { endOfDay } from "../../domain/as-of";
import { monthBefore } from "../../domain/trend-days";
import { alikeGaps } from "../../snapshot/alike-gaps";
import { carriedBy } from "../../snapshot/carried";
import { chosenOf } from "../../snapshot/choose";
import { derived, keyOf } from "../../snapshot/derived";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { snapshotAt } from "../../snapshot/snapshot-at";
import { lossesOf, pageOfServices, presentService } from "../services/page";
import { summaryOfServices, total } from "../services/services";
import { bestOnes, costShares, totalsOf } from "./costs";
import { loadSince } from "./since";
import { trendOf, USUAL_RANGE } from "./trend";

type Page = Pick<Portfolio, "items" | "nextCursor">;

/**
 * The portfolio: totals (S8, R6), what is different from a month earlier, trend (H4), the eight costs (R2, R5), best
 * next fixes and best questions to answer (R8), and a page of services; now, or as of an earlier instant (H3). What was
 * worked out of a snapshot is shared by all who ask the same of it: do not change it.
 * @throws AppError invalid_input for an instant that is still to come, or a cursor that was not given here
 */
export async function loadPortfolio(
  _scope: Scope<"portfolio:read">,
  filters: PortfolioFilters,
  now: Date,
): Promise<Portfolio> {
  const snapshot = await snapshotAt(filters.asOf, now);
  const { asOf: _, ...asked } = filters;
  return derived(snapshot, keyOf("portfolio", asked), async () => {
    const { cursor: __, limit: ___, sort: ____, group: _____, ...choice } = asked;
    const figures = await derived(snapshot, keyOf("figures", choice), () => figuresOf(snapshot, choice));
    return { ...figures, ...pageIn(snapshot, asked) };
  });
}

/** What is the same on every page, whatever it is sorted by. */
async function figuresOf(
  snapshot: Snapshot,
  filters: Omit<PortfolioFilters, keyof Page | "asOf" | "sort" | "cursor" | "limit" | "group">,
): Promise<Omit<Portfolio, keyof Page>> {
  const { model, pricing, timeZone } = snapshot;
  const chosen = chosenOf(snapshot, filters);
  const counting = chosen.filter(({ counts }) => counts);
  const carried = carriedBy(counting, model);
  const totals = {
    ...summaryOfServices(counting),
    retired: chosen.length - counting.length,
    example: counting.filter(({ service }) => service.example).length,
    ...{ gaps: total(counting, "gaps"), blockers: total(counting, "blockers") },
    ...{ stale: total(counting, "stale"), unanswered: total(counting, "unanswered") },
    ...totalsOf(carried),
  };
  const table = {
    services: chosen.map(({ slug, facts }) => ({
      ...{ slug, name: facts.name, team: teamOf(snapshot, facts.teamId).slug, tier: facts.tier },
    })),
    gaps: alikeGaps(snapshot, chosen),
  };
  const then = await snapshot.asOf(endOfDay(monthBefore(snapshot.day), timeZone));
  return {
    asOf: snapshot.at.toISOString(),
    day: snapshot.day,
    past: snapshot.past,
    currency: model.currency,
    pricedCosts: pricing.priced,
    examplePrices: snapshot.inForce?.row.example ?? false,
    totals,
    since: await loadSince(snapshot, then, filters),
    trend: await trendOf(snapshot, filters.range ?? USUAL_RANGE, { choice: filters, shown: counting }),
    costs: costShares(table, carried),
    fixes: bestOnes(table, "fixes", pricing.priced),
    questions: bestOnes(table, "questions", pricing.priced),
  };
}

/** A page of the chosen services; retired ones are on it when that lifecycle is asked for. */
function pageIn(snapshot: Snapshot, filters: PortfolioFilters): Page {
  const listed = chosenOf(snapshot, filters).filter(({ counts }) => counts || filters.lifecycle?.length);
  const { page, nextCursor } = pageOfServices(snapshot, listed, filters);
  const items = page.map((service) => ({
    ...presentService(service, snapshot),
    losses: lossesOf(service, snapshot.pricing),
  }));
  return { items, nextCursor };
}
