import type { Metadata } from "next";
import { ExampleCard } from "@/components/settings/example-card";
import { OrganisationCard } from "@/components/settings/organisation-card";
import { Link } from "@/components/ui/link";
import { Sentence } from "@/components/ui/sentence";
import { organisationScope } from "@/lib/auth/page-scope";
import { can } from "@/lib/domain/policy";
import { loadExampleThere } from "@/lib/queries/example/example";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeople } from "@/lib/queries/people/people";

export const metadata: Metadata = { title: "Organisation" };

/** What holds for everybody here? */
export default async function OrganisationPage() {
  const scope = await organisationScope("organisation:read");
  const mayRemove = can(scope.viewer.actor, "example:remove", { teamId: null });
  const [organisation, example, people] = await Promise.all([
    loadOrganisation(scope),
    mayRemove ? loadExampleThere(await organisationScope("example:remove")) : null,
    loadPeople(await organisationScope("person:list"), { rights: "admin", state: "enabled" }),
  ]);
  const admins = people.items.filter(({ example }) => !example).map(({ name }) => name);
  return (
    <>
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
      <OrganisationCard
        organisation={organisation}
        admins={admins}
        timeZones={Intl.supportedValuesOf("timeZone")}
      />
      {example && <ExampleCard example={example} />}
    </>
  );
}
