import { type ChangesQuery, choiceOf, exposurePage, toChoice } from "@/components/addresses/pages";
import type { ChangesFilters } from "@/lib/contracts/changes";

/** Where the exposure of the same services is shown, as of an end of the span. @param asOf "" for now */
export const exposureAt = (query: ChangesQuery, asOf: string, when: "now" | "launch"): string =>
  exposurePage.href({ ...choiceOf(query), service: query.service, asOf, when });

/** The filters that the query takes. */
export const toChangesFilters = (query: ChangesQuery): ChangesFilters => ({
  ...toChoice(query),
  since: query.since,
  ...(query.until === "" ? {} : { until: query.until }),
  ...(query.service === "" ? {} : { service: query.service }),
});
