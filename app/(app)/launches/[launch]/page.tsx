import type { Metadata } from "next";
import { cache } from "react";
import { LaunchView } from "@/components/launch/launch-view";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { Page } from "@/components/ui/page";
import { launchScope, organisationScope, pageNow } from "@/lib/auth/page-scope";
import { dayOf } from "@/lib/domain/as-of";
import { loadLaunchWithEvents } from "@/lib/queries/launches/launch";
import { loadLaunchQuestions } from "@/lib/queries/launches/launch-questions";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { CHOICE, loadPeople, loadPeopleChoice } from "@/lib/queries/people/people";

interface LaunchPageProps {
  params: Promise<{ launch: string }>;
}

/** The launch, once for the title and the page. */
const load = cache(async (id: string) => {
  const scope = await launchScope(id);
  return { scope, ...(await loadLaunchWithEvents(scope, pageNow())) };
});

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

/** The title of the launch. */
export async function generateMetadata({ params }: LaunchPageProps): Promise<Metadata> {
  return { title: (await load((await params).launch)).launch.title };
}

/** Is it a go, what is missing for that, and whose turn is it? */
export default async function LaunchPage({ params }: LaunchPageProps) {
  const { scope, launch, events } = await load((await params).launch);
  const { can } = launch;
  const naming = can.edit || can.dispose || can.nameSigner || can.replaceSigner;
  const people = await organisationScope("person:list");
  const [{ timeZone }, questions, choice, executives] = await Promise.all([
    loadOrganisation(await organisationScope("organisation:read")),
    loadLaunchQuestions(scope, launch, pageNow()),
    naming ? loadPeopleChoice(people) : [],
    naming ? loadPeople(people, { rights: "executive", state: "enabled", limit: CHOICE }) : { items: [] },
  ]);
  return (
    <Page>
      <LaunchView
        frame={{
          ...{ launch, questions, timeZone, people: choice },
          executives: executives.items.map(({ id, name }) => ({ id, name, email: null })),
          me: scope.viewer.person.id,
          today: dayOf(pageNow(), timeZone),
        }}
        events={events}
      />
      <RefreshOnChange
        subject={{ services: launch.services, launches: [launch.id] }}
        since={pageNow().toISOString()}
      />
    </Page>
  );
}
