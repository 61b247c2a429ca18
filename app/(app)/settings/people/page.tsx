import type { Metadata } from "next";
import { orFirstPage } from "@/components/addresses/or-first-page";
import { peoplePage } from "@/components/addresses/pages";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { InvitationsCard } from "@/components/settings/people/invitations-card";
import { InviteButton } from "@/components/settings/people/invite-button";
import { listedInvitations } from "@/components/settings/people/listed-invitations";
import { PeopleFilter } from "@/components/settings/people/people-filter";
import { peopleSentence } from "@/components/settings/people/people-sentence";
import { PeopleTable } from "@/components/settings/people/people-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Pager } from "@/components/ui/pager";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { can } from "@/lib/domain/policy";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeopleCounts } from "@/lib/queries/people/counts";
import { loadInvitations } from "@/lib/queries/people/invitations";
import { loadPeople } from "@/lib/queries/people/people";
import { loadTeams } from "@/lib/queries/teams/teams";

export const metadata: Metadata = { title: "People" };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Who is here, and what may they do? */
export default async function PeoplePage({ searchParams }: { searchParams: Search }) {
  const scope = await organisationScope("person:list");
  const { person, actor } = scope.viewer;
  const query = peoplePage.read(await searchParams);
  const mayInvite = can(actor, "invitation:create", { teamId: null });
  const [organisation, counts, people, teams, invitations] = await Promise.all([
    loadOrganisation(await organisationScope("organisation:read")),
    loadPeopleCounts(scope, pageNow()),
    orFirstPage(loadPeople(scope, peoplePage.asked(query)), query.cursor, peoplePage.href(query)),
    loadTeams(await organisationScope("team:list")),
    mayInvite
      ? loadInvitations(await organisationScope("invitation:list"), { limit: 200 }, pageNow())
      : { items: [] },
  ]);
  const named = teams.items.map(({ slug, name }) => ({ slug, name }));
  const context = {
    organisation: organisation.name,
    inviter: person.name,
    timeZone: organisation.timeZone,
    teams: named,
  };
  return (
    <>
      <HeadWithActions actions={mayInvite && <InviteButton context={context} />}>
        <LinkedSentence
          words={peopleSentence(counts)}
          sub={
            mayInvite
              ? "Everybody here reads everything. Who joins a team answers for its services."
              : "Everybody here reads everything. Only admins can invite people and change their rights."
          }
        />
      </HeadWithActions>
      <div className="grid gap-4.5">
        <Card flush>
          <div className="border-b border-line px-4.5 py-3">
            <PeopleFilter query={query} />
          </div>
          {people.items.length > 0 ? (
            <PeopleTable people={people.items} teams={named} viewer={person.id} />
          ) : (
            <EmptyState
              title="Nobody matches."
              action={
                peoplePage.isNarrowed(query, ["cursor"]) && (
                  <ButtonLink href={peoplePage.href({})}>Show everybody</ButtonLink>
                )
              }
            >
              Part of the name or e-mail address is enough.
            </EmptyState>
          )}
          <Pager
            label="More people"
            next={people.nextCursor === null ? null : peoplePage.href(query, { cursor: people.nextCursor })}
            first={query.cursor === "" ? null : peoplePage.href(query)}
            className="border-t border-line px-4.5 py-3"
          />
        </Card>
        <div id="invitations">
          <InvitationsCard
            invitations={listedInvitations(invitations.items)}
            context={context}
            now={pageNow().toISOString()}
          />
        </div>
      </div>
    </>
  );
}
