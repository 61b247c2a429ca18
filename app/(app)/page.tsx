import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isNarrowed, type PortfolioQuery, portfolioPage, toChoice } from "@/components/addresses/pages";
import { shownAsOf, toPortfolioFilters } from "@/components/addresses/portfolio-query";
import { NextLaunchesCard } from "@/components/launches/next-launches-card";
import { WaitingCard } from "@/components/notifications/waiting-card";
import { ExampleBanner } from "@/components/portfolio/example-banner";
import { FirstStart } from "@/components/portfolio/first-start";
import { PortfolioView } from "@/components/portfolio/portfolio-view";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { Page } from "@/components/ui/page";
import { EndingWaiversCard } from "@/components/waivers/ending-waivers-card";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { dayOf } from "@/lib/domain/as-of";
import type { SearchParams } from "@/lib/domain/page-address";
import { type Action, can } from "@/lib/domain/policy";
import { readForPage } from "@/lib/queries/bulkhead";
import { loadFilterChoices } from "@/lib/queries/filters/choices";
import { loadNextLaunches } from "@/lib/queries/launches/next-launches";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPortfolio } from "@/lib/queries/portfolio/portfolio";
import { loadTeams } from "@/lib/queries/teams/teams";
import { loadEndingWaivers } from "@/lib/queries/waivers/ending-waivers";

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

export const metadata: Metadata = { title: "Portfolio" };

const ALL = { types: ["service", "team", "organisation", "model", "launch"] };
/** As many launches as stand beside what waits. */
const NEXT = 5;

/** Which services can the business rely on? */
export default async function PortfolioPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { name, timeZone } = await loadOrganisation(await organisationScope("organisation:read"));
  const asked = portfolioPage.read(await searchParams);
  const query = shownAsOf(asked, timeZone, pageNow());
  if (query === null) redirect(portfolioPage.href(asked, { asOf: "" }));
  return (
    <Page>
      <Whole query={query} timeZone={timeZone} organisation={name} />
      {query.asOf === "" && <RefreshOnChange subject={ALL} since={pageNow().toISOString()} />}
    </Page>
  );
}

/** What comes next, what waits for whoever looks, and what ends soon. */
async function Ahead({ query, timeZone }: Pick<WholeProps, "query" | "timeZone">) {
  const now = pageNow();
  const choice = toChoice(query);
  const [launches, waivers] = await Promise.all([
    organisationScope("launch:list").then((scope) => loadNextLaunches(scope, choice, NEXT, now)),
    organisationScope("waiver:list").then((scope) => loadEndingWaivers(scope, choice, now)),
  ]);
  const today = dayOf(now, timeZone);
  return (
    <div className="grid gap-3.5 max-lg:contents lg:grid-cols-[repeat(auto-fit,minmax(26rem,1fr))]">
      {launches.items.length > 0 && <NextLaunchesCard {...{ launches, today, timeZone }} />}
      {/* The browser fills it: its room is kept, and on a phone, where each has another height, it comes last. */}
      <div className="grid max-lg:order-last lg:min-h-56">
        <WaitingCard today={today} />
      </div>
      {waivers.length > 0 && <EndingWaiversCard {...{ waivers, today }} />}
    </div>
  );
}

interface WholeProps {
  query: PortfolioQuery;
  timeZone: string;
  organisation: string;
}

async function Whole({ query, timeZone, organisation }: WholeProps) {
  const scope = await organisationScope("portfolio:read");
  const now = pageNow();
  const filters = toPortfolioFilters(query);
  const [portfolio, choices] = await Promise.all([
    readForPage(scope, "loadPortfolio", filters, () => loadPortfolio(scope, filters, now)),
    organisationScope("service:list").then((list) => loadFilterChoices(list, query, now)),
  ]);
  const { totals } = portfolio;
  const may = (action: Action) => can(scope.viewer.actor, action, { teamId: null });
  if (totals.services + totals.retired === 0 && !isNarrowed(query) && query.asOf === "") {
    const teams = await loadTeams(await organisationScope("team:list"));
    return (
      <FirstStart
        teams={teams.items.length}
        can={{
          import: may("import:run"),
          createTeam: may("team:create"),
          createService: teams.items.some((team) => team.can.createService),
          loadExample: may("example:load"),
        }}
      />
    );
  }
  return (
    <PortfolioView
      portfolio={portfolio}
      query={query}
      choices={choices}
      today={dayOf(now, timeZone)}
      timeZone={timeZone}
      organisation={organisation}
      ahead={query.asOf === "" && <Ahead {...{ query, timeZone }} />}
    >
      {totals.example > 0 && (
        <ExampleBanner
          example={totals.example}
          services={totals.services}
          mayRemove={may("example:remove")}
        />
      )}
    </PortfolioView>
  );
}
