import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { changesPage, isNarrowed } from "@/components/addresses/pages";
import { toChangesFilters } from "@/components/changes/changes-query";
import { isStill } from "@/components/changes/changes-sentence";
import { ChangesView } from "@/components/changes/changes-view";
import { dayMonthsBefore } from "@/components/shell/as-of-days";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow, serviceScope } from "@/lib/auth/page-scope";
import type { ChangesFilters } from "@/lib/contracts/changes";
import { dayOf, instantOf } from "@/lib/domain/as-of";
import type { SearchParams } from "@/lib/domain/page-address";
import { readForPage } from "@/lib/queries/bulkhead";
import { loadChanges } from "@/lib/queries/changes/changes";
import { loadFilterChoices } from "@/lib/queries/filters/choices";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadSummary } from "@/lib/queries/services/services";

export const metadata: Metadata = { title: "What changed" };

async function loadAll(filters: ChangesFilters, now: Date) {
  const scope = await organisationScope("portfolio:read");
  return readForPage(scope, "loadChanges", filters, () => loadChanges(scope, filters, now));
}

/** What changed since a day, or in the last month when the address names none? */
export default async function ChangesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const now = pageNow();
  const { timeZone } = await loadOrganisation(await organisationScope("organisation:read"));
  const today = dayOf(now, timeZone);
  const asked = changesPage.read(await searchParams);
  const until = asked.until === "" ? now : instantOf(asked.until, timeZone, now);
  if (until === null) redirect(changesPage.href(asked, { until: "" }));
  const query = { ...asked, since: asked.since || dayMonthsBefore(dayOf(until, timeZone), 1) };
  const since = instantOf(query.since, timeZone, now);
  if (since === null || since > until) redirect(changesPage.href(asked, { since: "" }));
  if (query.service !== "") await serviceScope(query.service);
  const [changes, choices] = await Promise.all([
    loadAll(toChangesFilters(query), now),
    organisationScope("service:list").then((list) => loadFilterChoices(list, query, now)),
  ]);
  const nobody = isStill(changes) && !isNarrowed(query) && query.service === "";
  const services = nobody
    ? (await loadSummary(await organisationScope("service:list"), {}, now)).listed
    : null;
  // until the end of today is until now
  const shown = query.until === today ? { ...query, until: "" } : query;
  return (
    <Page>
      <ChangesView
        changes={changes}
        query={shown}
        services={services}
        choices={choices}
        timeZone={timeZone}
        today={today}
      />
    </Page>
  );
}
