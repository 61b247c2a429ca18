import type { Metadata } from "next";
import Link from "next/link";
import { AccountCard } from "@/components/settings/account-card";
import { OrganisationCard } from "@/components/settings/organisation-card";
import { Page } from "@/components/ui/page";
import { Sentence } from "@/components/ui/sentence";
import { organisationScope } from "@/lib/auth/page-scope";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeople } from "@/lib/queries/people/people";
import { loadTeams } from "@/lib/queries/teams/teams";

export const metadata: Metadata = { title: "Settings" };

/** What holds for everybody here, and who am I in it? */
export default async function SettingsPage() {
  const scope = await organisationScope("organisation:read");
  const [organisation, people, teams] = await Promise.all([
    loadOrganisation(scope),
    loadPeople(await organisationScope("person:list")),
    loadTeams(await organisationScope("team:list")),
  ]);
  const { person, actor } = scope.viewer;
  const mine = teams.items.flatMap(({ slug, name, members }) => {
    const role = members.find((member) => member.id === person.id)?.role;
    return role === undefined ? [] : [{ slug, name, role }];
  });
  const admins = people.items.filter((each) => each.admin && !each.disabled).map((each) => each.name);
  return (
    <Page narrow>
      <Sentence
        className="mb-5"
        sub={
          <>
            Areas, costs, abilities and standings are explained under{" "}
            <Link href="/checklists#words" className="link">
              the words we use
            </Link>
            .
          </>
        }
      >
        <bdi>{organisation.name}</bdi> counts its days in {organisation.timeZone.replaceAll("_", " ")} and its
        money in {organisation.currency}.
      </Sentence>
      <div className="grid gap-4.5">
        <OrganisationCard
          organisation={organisation}
          admins={admins}
          timeZones={Intl.supportedValuesOf("timeZone")}
        />
        <AccountCard person={person} admin={actor.admin} executive={actor.executive} teams={mine} />
      </div>
    </Page>
  );
}
