import type { Metadata } from "next";
import { NewLaunchForm } from "@/components/launch/new-launch-form";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { organisationScope, pageNow, serviceScope } from "@/lib/auth/page-scope";
import { dayOf } from "@/lib/domain/as-of";
import { type SearchParams, slug } from "@/lib/domain/page-address";
import { LIFECYCLES } from "@/lib/domain/vocabulary";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { CHOICE, loadPeople, loadPeopleChoice } from "@/lib/queries/people/people";
import { loadService } from "@/lib/queries/services/service";
import { loadServices } from "@/lib/queries/services/services";

export const metadata: Metadata = { title: "Plan a launch" };

const TRAIL = [{ href: "/launches", label: "Launches" }];
/** As many services as are offered before anything is typed. */
const OFFERED = 20;
const IN_USE = LIFECYCLES.filter((each) => each !== "retired");

/** What is launched next, and when? */
export default async function NewLaunchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const now = pageNow();
  const people = await organisationScope("person:list");
  const services = await organisationScope("service:list");
  const wanted = slug.read([(await searchParams).service ?? []].flat());
  const [{ timeZone, currency }, choice, executives, offered, chosen] = await Promise.all([
    loadOrganisation(await organisationScope("organisation:read")),
    loadPeopleChoice(people),
    loadPeople(people, { rights: "executive", state: "enabled", limit: CHOICE }),
    loadServices(services, { lifecycle: IN_USE, limit: OFFERED }, now),
    wanted === "" ? null : loadService(await serviceScope(wanted), now),
  ]);
  const known = [...(chosen ? [chosen] : []), ...offered.items];
  if (known.length === 0) {
    return (
      <Page narrow>
        <PageHeader title="Plan a launch" trail={TRAIL} />
        <EmptyState
          title="There is no service to launch yet."
          action={<ButtonLink href="/services">Services</ButtonLink>}
        >
          A launch is about the gaps of its services: add one and assess it, then plan its launch.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page narrow>
      <PageHeader title="Plan a launch" trail={TRAIL}>
        A title, services and a day are enough. Everything else can follow, until somebody signs.
      </PageHeader>
      <NewLaunchForm
        me={people.viewer.person.id}
        people={choice}
        executives={executives.items.map(({ id, name }) => ({ id, name, email: null }))}
        known={known.map(({ slug: short, name, teamName, tier }) => ({ slug: short, name, teamName, tier }))}
        service={chosen?.slug ?? ""}
        {...{ timeZone, currency }}
        today={dayOf(now, timeZone)}
      />
    </Page>
  );
}
