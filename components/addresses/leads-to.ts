import {
  type ChoiceQuery,
  changesPage,
  choiceOf,
  exposurePage,
  gapHref,
  gapsPage,
  overviewHref,
  type PortfolioQuery,
  portfolioPage,
  servicesPage,
} from "@/components/addresses/pages";
import type { Tick } from "@/components/addresses/ticks";
import type { GapFilters } from "@/lib/contracts/gaps";
import { amongGaps } from "@/lib/domain/filters";
import type { Area, Cost, Lifecycle, Standing } from "@/lib/domain/vocabulary";

/** Lifecycles of what is carried at launch (R6). */
const NOT_LIVE: readonly Lifecycle[] = ["planned", "building", "launching"];
type When = "now" | "atLaunch";

/** The services of a standing: in the list of services; of the past, in the heat map as of then. */
export function servicesHref(query: PortfolioQuery, standing: readonly Standing[]): string {
  if (query.asOf !== "") return portfolioPage.href(query, { standing }, "#heat");
  return servicesPage.href({ ...choiceOf(query), standing });
}

interface GapsAsked {
  kind?: NonNullable<GapFilters["kind"]>[number];
  cost?: Cost;
  /** Only gaps that are carried then. */
  when?: When;
  /** In this order; in that of the list when left out. */
  sort?: NonNullable<GapFilters["sort"]>;
}

/** The lifecycles of a choice that are carried then; when it leaves none of them, those of the choice. */
function carried(query: ChoiceQuery, when: When): readonly Lifecycle[] {
  const all: readonly Lifecycle[] = when === "now" ? ["live"] : NOT_LIVE;
  if (query.lifecycle.length === 0) return all;
  const left = all.filter((each) => query.lifecycle.includes(each));
  return left.length === 0 ? query.lifecycle : left;
}

/** Gaps of now, in the list of all gaps. @param service only this one */
export const gapsHref = (
  query: ChoiceQuery,
  { kind, cost, when, sort = "worth" }: GapsAsked,
  service = "",
): string =>
  gapsPage.href({
    ...amongGaps(choiceOf(query)),
    ...(when ? { lifecycle: carried(query, when) } : {}),
    kind: kind ? [kind] : [],
    cost: cost ? [cost] : [],
    service: service === "" ? [] : [service],
    sort,
  });

/**
 * What a figure is made of: the list of those gaps. Of the past there is no such list: what gaps are expected to cause
 * leads to the exposure of then, a mere number of them nowhere.
 */
export function madeOfHref(query: PortfolioQuery, asked: GapsAsked): string | undefined {
  if (query.asOf === "") return gapsHref(query, asked);
  if (asked.when === undefined) return undefined;
  return exposureHref(query, "#costs", asked.when === "atLaunch" ? "launch" : "now");
}

/**
 * What an amount of money is made of: the exposure of the same services, as of the same instant.
 * @param close gaps that are supposed to be closed there
 */
export function exposureHref(
  query: ChoiceQuery & { asOf: string },
  part: "" | "#costs" | "#what-if" = "",
  when: "now" | "launch" = "now",
  close: readonly Tick[] = [],
): string {
  const { asOf } = query;
  return exposurePage.href({ ...choiceOf(query), asOf, close }, when === "launch" ? { when } : {}, part);
}

interface ServicePart {
  area?: Area;
  cost?: Cost;
  /** Down to its gaps. */
  gaps?: boolean;
}

/** A service, as of the same instant as the portfolio; its gaps of an area or a cost when one is named. */
export const serviceHref = (slug: string, asOf: string, { area, cost, gaps }: ServicePart = {}): string =>
  (area || cost || gaps ? gapHref : overviewHref)(slug, { asOf, area: area ?? "", cost: cost ?? "" });

/** A team, as of the same instant; now where there is none. */
export const teamHref = (slug: string, asOf: string | null): string =>
  `/teams/${slug}${asOf ? `?${new URLSearchParams({ asOf })}` : ""}`;

/** A question of a service where it can be answered; of the past, the service as it was. */
export const questionHref = (service: string, question: string, asOf: string): string =>
  asOf === "" ? `/services/${service}/assess#${question}` : serviceHref(service, asOf, { gaps: true });

/** What changed since a day, for the same services. */
export const changesHref = (query: ChoiceQuery, since: string, until = ""): string =>
  changesPage.href({ ...choiceOf(query), since, until });
