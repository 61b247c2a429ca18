import type { Metadata } from "next";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { Importer } from "@/components/import/importer";
import { readWanted } from "@/components/import/parts";
import { startWords } from "@/components/import/start-words";
import { ButtonLink } from "@/components/ui/button-link";
import { NotAllowed } from "@/components/ui/not-allowed";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { can } from "@/lib/domain/policy";
import { loadPeople } from "@/lib/queries/people/people";
import { loadSummary } from "@/lib/queries/services/services";
import { loadTeams } from "@/lib/queries/teams/teams";

export const metadata: Metadata = { title: "Import" };

/** What do you have already? */
export default async function ImportPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await organisationScope("team:list");
  if (!can(scope.viewer.actor, "import:run", { teamId: null })) return <OnlyAdmins />;
  const [{ items: teams }, { listed }] = await Promise.all([
    loadTeams(scope),
    organisationScope("service:list").then((services) => loadSummary(services, {}, pageNow())),
  ]);
  return (
    <Page>
      <Importer
        person={scope.viewer.person.id}
        teams={teams.map(({ slug, name }) => ({ slug, name }))}
        wanted={readWanted((await searchParams).what)}
      >
        <LinkedSentence
          words={startWords(teams.length, listed)}
          sub="You see what would happen to each row, and can correct it, before anything is saved. Importing the same file again changes nothing."
        />
      </Importer>
    </Page>
  );
}

async function OnlyAdmins() {
  const people = await loadPeople(await organisationScope("person:list"), {
    rights: "admin",
    state: "enabled",
  });
  const names = people.items.filter(({ example }) => !example).map(({ name }) => name);
  const ask =
    names.length === 0
      ? "an admin"
      : new Intl.ListFormat("en", { type: "disjunction" }).format(names.slice(0, 3));
  return (
    <NotAllowed
      title="Only admins import, because an import can change every team."
      actions={
        <>
          <ButtonLink href="/services">All services</ButtonLink>
          <ButtonLink href="/services/new">Add one service</ButtonLink>
        </>
      }
    >
      Ask <bdi>{ask}</bdi>: they can import your file, or make you an admin. Leads of a team add its services
      one by one.
    </NotAllowed>
  );
}
