import type { Metadata } from "next";
import { cache } from "react";
import { readGapQuery } from "@/components/service/gap-query";
import { ServiceOverview } from "@/components/service/service-overview";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow, serviceScope } from "@/lib/auth/page-scope";
import { loadHistory } from "@/lib/queries/history/history";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeople } from "@/lib/queries/people/people";
import { loadScorecard } from "@/lib/queries/scorecard/scorecard";
import { loadTeams } from "@/lib/queries/teams/teams";

interface ServicePageProps {
  params: Promise<{ service: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Entries that the page shows; the rest is on the history page. */
const NEWEST = 8;

/** Once for the title and the page. */
const load = cache(async (slug: string) => {
  const scope = await serviceScope(slug);
  return { scope, card: await loadScorecard(scope, pageNow()) };
});

/** The name of the service. */
export async function generateMetadata({ params }: ServicePageProps): Promise<Metadata> {
  return { title: (await load((await params).service)).card.service.name };
}

/** How far is it, and what is it costing? */
export default async function ServicePage({ params, searchParams }: ServicePageProps) {
  const { scope, card } = await load((await params).service);
  const now = pageNow();
  const [history, { timeZone }] = await Promise.all([
    loadHistory(scope, { limit: NEWEST }, now),
    loadOrganisation(await organisationScope("organisation:read")),
  ]);
  const { can } = card.service;
  const people = can.plan ? (await loadPeople(await organisationScope("person:list"))).items : [];
  const teams = can.restore ? (await loadTeams(await organisationScope("team:list"))).items : [];
  return (
    <Page>
      <ServiceOverview
        card={card}
        history={history}
        query={readGapQuery(await searchParams)}
        people={people
          .filter((person) => !person.disabled)
          .map(({ id, name, email }) => ({ id, name, email }))}
        teams={teams.filter((team) => team.can.createService).map(({ slug, name }) => ({ slug, name }))}
        timeZone={timeZone}
        now={now}
      />
    </Page>
  );
}
