import type { Metadata } from "next";
import { teamsPage } from "@/components/addresses/pages";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { NoTeam } from "@/components/team/no-team";
import { matchesTeam } from "@/components/team/team-query";
import { TeamSearch } from "@/components/team/team-search";
import { addUp, teamsSentence } from "@/components/team/team-sentences";
import { TeamTable } from "@/components/team/team-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { can } from "@/lib/domain/policy";
import { loadTeamStandings } from "@/lib/queries/teams/team-standings";
import { loadTeams } from "@/lib/queries/teams/teams";

export const metadata: Metadata = { title: "Teams" };

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Who owns what, and how far is it? */
export default async function TeamsPage({ searchParams }: { searchParams: Search }) {
  const scope = await organisationScope("team:list");
  const [{ items }, standings] = await Promise.all([loadTeams(scope), loadTeamStandings(scope, pageNow())]);
  const mayCreate = can(scope.viewer.actor, "team:create", { teamId: null });
  if (items.length === 0) {
    return (
      <Page>
        <NoTeam mayCreate={mayCreate} />
      </Page>
    );
  }
  const { q } = teamsPage.read(await searchParams);
  const rows = items
    .filter((team) => matchesTeam(team.name, q))
    .map((team) => ({ team, summary: standings.get(team.slug) ?? addUp([]) }));
  const words = teamsSentence(
    rows.map((row) => row.team.slug),
    addUp(rows.map((row) => row.summary)),
    q,
  );
  return (
    <Page>
      <HeadWithActions
        actions={
          mayCreate && (
            <ButtonLink href="/teams/new" variant="main">
              New team
            </ButtonLink>
          )
        }
      >
        <LinkedSentence words={words} />
      </HeadWithActions>
      <Card flush>
        <div className="border-b border-line px-4.5 py-3">
          <TeamSearch q={q} />
        </div>
        {rows.length > 0 ? (
          <TeamTable rows={rows} />
        ) : (
          <EmptyState title="No team matches." action={<ButtonLink href="/teams">Show all teams</ButtonLink>}>
            Part of the name is enough; capitals and accents make no difference.
          </EmptyState>
        )}
      </Card>
    </Page>
  );
}
