import { gapsHref } from "@/components/addresses/leads-to";
import {
  choiceOf,
  type ExposureQuery,
  isNarrowed,
  servicesPage,
  toChoice,
} from "@/components/addresses/pages";
import { choiceSubject } from "@/components/figure/figure";
import type { ExposureFilters } from "@/lib/contracts/exposure";

/** Gaps that the list to choose from begins with. */
const FIRST_GAPS = 200;

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

/** The services that are looked at, in the list of all services; null for the past, and for a single one. */
export const servicesOf = (query: ExposureQuery): string | null =>
  query.asOf === "" && query.service === "" ? servicesPage.href(choiceOf(query)) : null;

/** The gaps that a figure is made of, of the same services as here, in the list of all gaps. */
export const gapsOf = (query: ExposureQuery, asked: Parameters<typeof gapsHref>[1]): string =>
  gapsHref(query, asked, query.service);
