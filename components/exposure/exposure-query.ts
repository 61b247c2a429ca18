import {
  addressOf,
  type ChoiceQuery,
  choiceSearch,
  isNarrowed,
  NO_CHOICE,
  readChoice,
  type SearchParams,
  toChoice,
  valuesOf,
} from "@/components/addresses/choice-query";
import { gapsHref } from "@/components/addresses/leads-to";
import { ALL_NOW, readMoment } from "@/components/addresses/portfolio-query";
import { readTicks, type Tick, tickText } from "@/components/addresses/ticks";
import { choiceSubject } from "@/components/figure/figure";
import type { ExposureFilters } from "@/lib/contracts/exposure";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Gaps that the list to choose from begins with. */
const FIRST_GAPS = 200;

/** What the address of the exposure asks for. */
export interface ExposureQuery extends ChoiceQuery {
  /** A day, or an instant in ISO 8601; "" for now. */
  asOf: string;
  /** Only this service; "" for all. */
  service: string;
  /** What is carried now, or what will be at launch; the two are never added (R6). "" for what there is. */
  when: "" | "now" | "launch";
  /** Gaps that are supposed to be closed. */
  close: readonly Tick[];
}

/** Reads an address, whoever wrote it: what is not known is passed over. */
export function readExposureQuery(params: SearchParams): ExposureQuery {
  const service = valuesOf(params, "service")[0] ?? "";
  const when = valuesOf(params, "when")[0];
  return {
    ...readChoice(params),
    asOf: readMoment(params, "asOf"),
    service: SLUG.test(service) ? service.slice(0, 80) : "",
    when: when === "now" || when === "launch" ? when : "",
    close: readTicks(params.close),
  };
}

/** What stands in the address beside the filters. */
export function besides({ asOf, service, when, close }: ExposureQuery): [name: string, value: string][] {
  return [
    ...(asOf === "" ? [] : [["asOf", asOf] as [string, string]]),
    ...(service === "" ? [] : [["service", service] as [string, string]]),
    ...(when === "" ? [] : [["when", when] as [string, string]]),
    ...close.map((tick) => ["close", tickText(tick)] as [string, string]),
  ];
}

/** The address of the exposure after a change, at a part of the page when one is named. */
export function exposureHref(
  query: ExposureQuery,
  change: Partial<ExposureQuery> = {},
  part: "" | "#costs" | "#curve" | "#what-if" | "#where" = "",
): string {
  const next = { ...query, ...change };
  const search = choiceSearch(next);
  for (const [name, value] of besides(next)) search.append(name, value);
  return addressOf("/exposure", search) + part;
}

/** The filters that the query takes. */
export const toExposureFilters = (query: ExposureQuery): ExposureFilters => ({
  ...toChoice(query),
  ...(query.asOf === "" ? {} : { asOf: query.asOf }),
  ...(query.service === "" ? {} : { service: query.service }),
  limit: FIRST_GAPS,
});

/** Whether anything narrows which services are looked at. */
export const isExposureNarrowed = (query: ExposureQuery): boolean =>
  query.service !== "" || isNarrowed(query);

/** Whose figures those of the page are. */
export const exposureSubject = (query: ExposureQuery): string =>
  choiceSubject(query, query.asOf, query.service);

/** Everything, now. */
export const ALL_EXPOSURE: ExposureQuery = { ...NO_CHOICE, asOf: "", service: "", when: "", close: [] };

/** The services that are looked at, in the list of all services; null for the past, and for a single one. */
export function servicesOf({ asOf, service, ...choice }: ExposureQuery): string | null {
  return asOf === "" && service === "" ? addressOf("/services", choiceSearch(choice)) : null;
}

/** The gaps that a figure is made of, of the same services as here, in the list of all gaps. */
export function gapsOf(query: ExposureQuery, asked: Parameters<typeof gapsHref>[1]): string {
  const { q, team, tier, lifecycle, standing, tag, service } = query;
  const href = gapsHref({ ...ALL_NOW, q, team, tier, lifecycle, standing, tag }, asked);
  if (service === "") return href;
  return `${href}${href.includes("?") ? "&" : "?"}service=${service}`;
}
