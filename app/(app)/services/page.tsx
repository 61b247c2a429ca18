import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { orFirstPage } from "@/components/addresses/or-first-page";
import { isNarrowed, servicesPage } from "@/components/addresses/pages";
import { DeletedList } from "@/components/services/deleted-list";
import { FirstStep } from "@/components/services/first-step";
import { toFilters } from "@/components/services/list-query";
import { ServiceList } from "@/components/services/service-list";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import type { SearchParams } from "@/lib/domain/page-address";
import { can } from "@/lib/domain/policy";
import { loadFilterChoices } from "@/lib/queries/filters/choices";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadServices, loadSummary } from "@/lib/queries/services/services";
import { loadTeams } from "@/lib/queries/teams/teams";

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

export const metadata: Metadata = { title: "Services" };

/** What happens to any service or team may change the list. */
const LIST = { types: ["service", "team"] };

/** Which services can the business rely on, one by one? */
export default async function ServicesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const scope = await organisationScope("service:list");
  const now = pageNow();
  const query = servicesPage.read(await searchParams);
  const { items: teams } = await loadTeams(await organisationScope("team:list"));
  const mine = teams.filter((team) => team.can.createService);
  const mayImport = can(scope.viewer.actor, "import:run", { teamId: null });

  const [page, counts, choices] = await Promise.all([
    orFirstPage(loadServices(scope, toFilters(query, "list"), now), query.cursor, servicesPage.href(query)),
    loadSummary(scope, toFilters(query, "scope"), now),
    loadFilterChoices(scope, query, now),
  ]);
  if (query.deleted) {
    // what stood on this page was restored, or its thirty days are over
    if (page.items.length === 0 && query.cursor !== "") redirect(servicesPage.href(query));
    const { timeZone } = await loadOrganisation(await organisationScope("organisation:read"));
    return (
      <Page>
        <DeletedList
          query={query}
          count={counts.listed}
          rows={page.items}
          nextCursor={page.nextCursor}
          choices={choices}
          teams={mine}
          admin={scope.viewer.actor.admin}
          timeZone={timeZone}
          now={now}
        />
        <RefreshOnChange subject={LIST} since={now.toISOString()} />
      </Page>
    );
  }
  const nothing = counts.listed === 0 && !isNarrowed(query);
  return (
    <Page>
      {nothing ? (
        <FirstStep
          teams={teams.length}
          mayCreateTeam={can(scope.viewer.actor, "team:create", { teamId: null })}
          mayCreateService={mine.length > 0}
          mayImport={mayImport}
          mayLoadExample={can(scope.viewer.actor, "example:load", { teamId: null })}
        />
      ) : (
        <ServiceList
          query={query}
          counts={counts}
          rows={page.items}
          nextCursor={page.nextCursor}
          choices={choices}
          mayCreate={mine.length > 0}
          mayImport={mayImport}
        />
      )}
      <RefreshOnChange subject={LIST} since={now.toISOString()} />
    </Page>
  );
}
