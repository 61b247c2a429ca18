import {
  addressOf,
  type ChoiceQuery,
  choiceSearch,
  readChoice,
  type SearchParams,
  toChoice,
  valuesOf,
} from "@/components/addresses/choice-query";
import { readMoment } from "@/components/addresses/portfolio-query";
import { ALL_EXPOSURE, exposureHref } from "@/components/exposure/exposure-query";
import type { ChangesFilters } from "@/lib/contracts/changes";

/** What the address of "what changed" asks for. */
export interface ChangesQuery extends ChoiceQuery {
  /** A day or an instant; "" when the address says none that can be read. */
  since: string;
  /** A day or an instant; "" for now. */
  until: string;
  /** Short name of the only service that is asked about; "" for all. */
  service: string;
  /** Beyond the first ones of each list, too. */
  whole: boolean;
}

/** Reads an address, whoever wrote it. */
export const readChangesQuery = (params: SearchParams): ChangesQuery => ({
  ...readChoice(params),
  since: readMoment(params, "since"),
  until: readMoment(params, "until"),
  service: valuesOf(params, "service")[0]?.match(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)?.[0] ?? "",
  whole: valuesOf(params, "whole")[0] === "true",
});

/** What stands in the address beside the filters, and stays when they change. */
export const besides = ({ since, until, service }: ChangesQuery): [name: string, value: string][] =>
  (
    [
      ["since", since],
      ["until", until],
      ["service", service],
    ] as [string, string][]
  ).filter(([, value]) => value !== "");

/** Where the exposure of the same services is shown, as of an end of the span. @param asOf "" for now */
export function exposureAt(query: ChangesQuery, asOf: string, when: "now" | "launch"): string {
  const { q, team, tier, lifecycle, standing, tag, service } = query;
  return exposureHref({ ...ALL_EXPOSURE, q, team, tier, lifecycle, standing, tag, service, asOf, when });
}

/** The address of "what changed" after a change of what is asked. */
export function changedHref(query: ChangesQuery, change: Partial<ChangesQuery> = {}): string {
  const next = { ...query, whole: false, ...change };
  const search = new URLSearchParams();
  for (const [name, value] of besides(next)) search.set(name, value);
  for (const [name, value] of choiceSearch(next)) search.append(name, value);
  if (next.whole) search.set("whole", "true");
  return addressOf("/changes", search);
}

/** The filters that the query takes. */
export const toChangesFilters = (query: ChangesQuery): ChangesFilters => ({
  ...toChoice(query),
  since: query.since,
  ...(query.until === "" ? {} : { until: query.until }),
  ...(query.service === "" ? {} : { service: query.service }),
});
