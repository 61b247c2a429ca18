import type { Metadata } from "next";
import { cache } from "react";
import { servicePage } from "@/components/addresses/pages";
import { LaunchTable } from "@/components/launches/launch-table";
import { NEWEST } from "@/components/service/changed-card";
import { NotThereYet } from "@/components/service/not-there-yet";
import { ServiceOverview } from "@/components/service/service-overview";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow, serviceScope } from "@/lib/auth/page-scope";
import { dayOf, endOfDay, instantOf, pastMoment } from "@/lib/domain/as-of";
import { trendDays } from "@/lib/domain/trend-days";
import { readForPage } from "@/lib/queries/bulkhead";
import { loadChanges } from "@/lib/queries/changes/changes";
import { loadHistory } from "@/lib/queries/history/history";
import { loadLaunches } from "@/lib/queries/launches/launches";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeopleChoice } from "@/lib/queries/people/people";
import { loadScorecardThen, loadServiceThen } from "@/lib/queries/scorecard/past-service";
import { loadTeams } from "@/lib/queries/teams/teams";
import { loadWaivers } from "@/lib/queries/waivers/waivers";

interface ServicePageProps {
  params: Promise<{ service: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Launches that the page shows; the rest is on their page. */
const LAUNCHES = 5;

/** The service of today, once for the title and the page. */
const load = cache(async (slug: string) => {
  const scope = await serviceScope(slug);
  return { scope, service: await loadServiceThen(scope, undefined, pageNow()) };
});

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

/** The name of the service. */
export async function generateMetadata({ params }: ServicePageProps): Promise<Metadata> {
  return { title: (await load((await params).service)).service.name };
}

/** How far is it, and what is it costing? Or, as of an earlier day: how far was it then? */
export default async function ServicePage({ params, searchParams }: ServicePageProps) {
  const { scope, service } = await load((await params).service);
  const search = await searchParams;
  const {
    name: organisation,
    timeZone,
    currency,
  } = await loadOrganisation(await organisationScope("organisation:read"));
  const asOf = pastMoment(search.asOf, timeZone, pageNow());
  const now = (asOf && instantOf(asOf, timeZone, pageNow())) || pageNow();
  const created = new Date(service.createdAt);
  if (asOf && created > now) {
    return (
      <Page>
        <NotThereYet service={service} asOf={asOf} timeZone={timeZone} />
      </Page>
    );
  }
  const query = { ...servicePage.read(search), asOf: asOf ?? "" };
  const [firstDay = ""] = query.range === "all" ? [] : trendDays(query.range, dayOf(now, timeZone), null);
  const first = firstDay === "" ? null : endOfDay(firstDay, timeZone);
  const since = first && first > created ? first : created;
  const [card, history, changes, waivers] = await Promise.all([
    readForPage(scope, "loadScorecard", { service: service.slug, ...(asOf ? { asOf } : {}) }, () =>
      loadScorecardThen(scope, asOf ?? undefined, pageNow()),
    ),
    loadHistory(
      scope,
      {
        limit: NEWEST,
        ...(first ? { from: first.toISOString() } : {}),
        ...(asOf ? { to: now.toISOString() } : {}),
      },
      now,
    ),
    loadChanges(
      await organisationScope("portfolio:read"),
      { service: service.slug, since: since.toISOString(), until: now.toISOString() },
      pageNow(),
    ),
    asOf
      ? []
      : loadWaivers(
          await organisationScope("waiver:list"),
          { service: [service.slug], state: ["requested", "in_force"], limit: 200 },
          pageNow(),
        ).then(({ items }) => items),
  ]);
  const { can } = card.service;
  const people = can.plan ? await loadPeopleChoice(await organisationScope("person:list")) : [];
  const teams = can.restore ? (await loadTeams(await organisationScope("team:list"))).items : [];
  return (
    <Page>
      <ServiceOverview
        {...{ card, history, changes, waivers, query, first, organisation, timeZone, currency, now }}
        people={people}
        launches={!asOf && <Launches service={service.slug} timeZone={timeZone} />}
        teams={teams.filter((team) => team.can.createService).map(({ slug, name }) => ({ slug, name }))}
        today={dayOf(pageNow(), timeZone)}
      />
      {!asOf && (
        <RefreshOnChange
          subject={{ services: [service.slug, ...card.dependsOn.map(({ slug }) => slug)], types: ["launch"] }}
          since={pageNow().toISOString()}
        />
      )}
    </Page>
  );
}

/** The launches that a service is on, open ones first; nothing where it never was on one. */
async function Launches({ service, timeZone }: { service: string; timeZone: string }) {
  const scope = await organisationScope("launch:list");
  const page = await loadLaunches(scope, { service, limit: LAUNCHES }, pageNow());
  if (page.items.length === 0) return null;
  return (
    <Card title="Launches" flush className="[&>header]:border-b-0">
      <LaunchTable
        caption="Launches of this service"
        rows={page.items}
        people={page.people}
        today={dayOf(pageNow(), timeZone)}
        timeZone={timeZone}
      />
    </Card>
  );
}
