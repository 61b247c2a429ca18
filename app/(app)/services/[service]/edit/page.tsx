import type { Metadata } from "next";
import { EditServiceForm } from "@/components/service/edit-service-form";
import { locksOf } from "@/components/service/locks";
import { ButtonLink } from "@/components/ui/button-link";
import { NotAllowed } from "@/components/ui/not-allowed";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { organisationScope, pageNow, serviceScope } from "@/lib/auth/page-scope";
import { loadChecklistVersion } from "@/lib/queries/checklists/checklists";
import { loadSignedLaunches } from "@/lib/queries/launches/signed-launches";
import { loadScorecard } from "@/lib/queries/scorecard/scorecard";
import { loadServices } from "@/lib/queries/services/services";
import { loadTeams } from "@/lib/queries/teams/teams";

export const metadata: Metadata = { title: "Edit a service" };

/** What is this service, and what may the viewer change of it? */
export default async function EditServicePage({ params }: { params: Promise<{ service: string }> }) {
  const scope = await serviceScope((await params).service);
  const now = pageNow();
  const { service, questions: asked, dependsOn } = await loadScorecard(scope, now);
  if (!service.can.edit) {
    return (
      <NotAllowed
        title={
          service.deletedAt === null
            ? `Members of ${service.teamName} change the facts of ${service.name}.`
            : `${service.name} is deleted: restore it first.`
        }
        actions={<ButtonLink href={`/services/${service.slug}`}>Back to the service</ButtonLink>}
      >
        You can read everything about it. Ask somebody in that team, or an admin.
      </NotAllowed>
    );
  }
  const [{ items: teams }, { items: others }, { questions }, signed] = await Promise.all([
    loadTeams(await organisationScope("team:list")),
    loadServices(await organisationScope("service:list"), { limit: 21 }, now),
    loadChecklistVersion(await organisationScope("checklist:read"), {
      checklist: service.checklist.key,
      version: String(service.checklist.version),
    }),
    loadSignedLaunches(scope, now),
  ]);
  const reachable = teams.filter((team) => team.can.createService || team.slug === service.team);
  const known = [
    ...dependsOn.map(({ slug, name, deleted }) => ({
      slug,
      name: deleted ? `${name} (deleted)` : name,
      teamName: "",
    })),
    ...others.map(({ slug, name, teamName }) => ({ slug, name, teamName })),
  ];
  return (
    <Page narrow>
      <PageHeader
        title="Edit facts"
        trail={[
          { href: "/services", label: "Services" },
          { href: `/services/${service.slug}`, label: service.name },
        ]}
      />
      <EditServiceForm
        service={service}
        teams={reachable.map(({ slug, name }) => ({ slug, name }))}
        known={known}
        locks={locksOf(service)}
        questions={questions.map(({ upToTier, tags, title, text }) => ({
          upToTier,
          tags,
          called: title || text,
        }))}
        signed={signed}
        notApplicable={asked.filter(({ verdict, stale }) => verdict === "not_applicable" && !stale).length}
      />
    </Page>
  );
}
