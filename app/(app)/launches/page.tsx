import type { Metadata } from "next";
import { orFirstPage } from "@/components/addresses/or-first-page";
import { launchesPage } from "@/components/addresses/pages";
import { LaunchList } from "@/components/launches/launch-list";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { dayOf } from "@/lib/domain/as-of";
import type { SearchParams } from "@/lib/domain/page-address";
import { loadFilterChoices } from "@/lib/queries/filters/choices";
import { loadLaunchesAndOpen } from "@/lib/queries/launches/launches";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadSummary } from "@/lib/queries/services/services";

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

export const metadata: Metadata = { title: "Launches" };

/** What the first line counts: as many open launches as a page of the API has. */
const MOST = 200;

/** What is launched next, what is missing for it, and whose turn is it? */
export default async function LaunchesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const scope = await organisationScope("launch:list");
  const services = await organisationScope("service:list");
  const now = pageNow();
  const query = launchesPage.read(await searchParams);
  const [{ page, open }, choices, { timeZone }, { services: inUse }] = await Promise.all([
    orFirstPage(
      loadLaunchesAndOpen(scope, launchesPage.asked(query), MOST, now),
      query.cursor,
      launchesPage.href(query),
    ),
    loadFilterChoices(services, {}, now),
    loadOrganisation(await organisationScope("organisation:read")),
    loadSummary(services, {}, now),
  ]);
  return (
    <Page>
      <LaunchList
        {...{ page, query }}
        open={open}
        teams={choices.teams}
        services={inUse}
        today={dayOf(now, timeZone)}
        timeZone={timeZone}
      />
      <RefreshOnChange subject={{ types: ["launch", "service"] }} since={now.toISOString()} />
    </Page>
  );
}
