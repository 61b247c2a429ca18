import type { Metadata } from "next";
import { NewServiceForm } from "@/components/service/new-service-form";
import { FirstStep } from "@/components/services/first-step";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { NotAllowed } from "@/components/ui/not-allowed";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { can } from "@/lib/domain/policy";
import { loadAskedOfNew } from "@/lib/queries/checklists/asked-of-new";
import { loadServices } from "@/lib/queries/services/services";
import { loadTeams } from "@/lib/queries/teams/teams";

export const metadata: Metadata = { title: "New service" };

/** Which service comes next? */
export default async function NewServicePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await organisationScope("team:list");
  const { items: teams } = await loadTeams(scope);
  const mine = teams.filter((team) => team.can.createService);
  const mayImport = can(scope.viewer.actor, "import:run", { teamId: null });
  if (teams.length === 0) {
    const mayCreateTeam = can(scope.viewer.actor, "team:create", { teamId: null });
    return (
      <Page>
        <FirstStep teams={0} mayCreateTeam={mayCreateTeam} mayCreateService={false} mayImport={mayImport} />
      </Page>
    );
  }
  if (mine.length === 0) {
    return (
      <NotAllowed
        title="Only leads of a team add services, and you do not lead one."
        actions={
          <>
            <ButtonLink href="/teams">See who leads which team</ButtonLink>
            <ButtonLink href="/services">All services</ButtonLink>
          </>
        }
      >
        Ask the lead of the team that owns it, or an admin. Once it is there, members of the team answer for
        it.
      </NotAllowed>
    );
  }
  const wanted = (await searchParams).team;
  const team = mine.find(({ slug }) => slug === wanted) ?? (mine.length === 1 ? mine[0] : undefined);
  const [{ items: services }, questions] = await Promise.all([
    loadServices(await organisationScope("service:list"), { limit: 20 }, pageNow()),
    loadAskedOfNew(await organisationScope("checklist:list")),
  ]);
  return (
    <Page narrow>
      <PageHeader title="New service" trail={[{ href: "/services", label: "Services" }]}>
        This decides which questions the service is asked. You can change all of it later.
        {mayImport && (
          <>
            {" "}
            Have many of them in a list?{" "}
            <Link href="/import" className="link">
              Import them
            </Link>
            .
          </>
        )}
      </PageHeader>
      <NewServiceForm
        teams={mine.map(({ slug, name }) => ({ slug, name }))}
        team={team?.slug ?? ""}
        known={services.map(({ slug, name, teamName }) => ({ slug, name, teamName }))}
        questions={questions}
      />
    </Page>
  );
}
