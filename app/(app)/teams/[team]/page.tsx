import type { Metadata } from "next";
import { cache } from "react";
import { LinkedSentence } from "@/components/service/linked-sentence";
import { MembersCard } from "@/components/team/members-card";
import { ServicesCard } from "@/components/team/services-card";
import { teamSentence } from "@/components/team/team-sentences";
import { TeamTrail } from "@/components/team/team-trail";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow, teamScope } from "@/lib/auth/page-scope";
import { loadPeople } from "@/lib/queries/people/people";
import { loadServices, loadSummary } from "@/lib/queries/services/services";
import { loadTeam } from "@/lib/queries/teams/teams";

type Params = Promise<{ team: string }>;

/** The team of this page, read once for its title and its content. */
const teamOf = cache(async (slug: string) => {
  const scope = await teamScope(slug);
  return { scope, team: await loadTeam(scope) };
});

/** The name of the team in the title of the window. */
export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await teamOf((await params).team)).team.name };
}

/** What does this team own, how far is it, and who answers for it? */
export default async function TeamPage({ params }: { params: Params }) {
  const { scope, team } = await teamOf((await params).team);
  const services = await organisationScope("service:list");
  const filters = { team: [scope.resource.slug] };
  const [summary, rows] = await Promise.all([
    loadSummary(services, filters, pageNow()),
    loadServices(services, { ...filters, limit: 100 }, pageNow()),
  ]);
  const people = team.can.editMembers
    ? (await loadPeople(await organisationScope("person:list"))).items
    : null;
  const inUse = rows.items.filter((row) => row.lifecycle !== "retired");
  const retired = rows.items.filter((row) => row.lifecycle === "retired");
  return (
    <Page>
      <TeamTrail />
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <LinkedSentence
          words={teamSentence(team, summary)}
          sub={
            team.description === "" ? undefined : (
              <bdi className="whitespace-pre-line">{team.description}</bdi>
            )
          }
        />
        <div className="flex flex-wrap gap-2">
          {team.can.edit && <ButtonLink href={`/teams/${team.slug}/edit`}>Edit</ButtonLink>}
          {team.can.createService && summary.listed > 0 && (
            <ButtonLink href={`/services/new?team=${team.slug}`} variant="main">
              Add a service
            </ButtonLink>
          )}
        </div>
      </div>
      <div className="grid items-start gap-4.5 md:grid-cols-[1fr_23rem]">
        <ServicesCard team={team} rows={[...inUse, ...retired]} more={rows.nextCursor !== null} />
        <MembersCard
          team={team.slug}
          members={team.members}
          viewer={scope.viewer.person.id}
          people={people}
        />
      </div>
    </Page>
  );
}
