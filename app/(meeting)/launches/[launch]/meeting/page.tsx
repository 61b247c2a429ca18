import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { minutesHref } from "@/components/addresses/pages";
import { MeetingView } from "@/components/meeting/meeting-view";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { launchScope, organisationScope, pageNow } from "@/lib/auth/page-scope";
import { dayOf } from "@/lib/domain/as-of";
import { loadLaunch } from "@/lib/queries/launches/launch";
import { loadLaunchQuestions } from "@/lib/queries/launches/launch-questions";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeopleChoice } from "@/lib/queries/people/people";

interface MeetingPageProps {
  params: Promise<{ launch: string }>;
}

/** The launch, once for the title and the page. */
const load = cache(async (id: string) => {
  const scope = await launchScope(id);
  return { scope, launch: await loadLaunch(scope, pageNow()) };
});

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

export async function generateMetadata({ params }: MeetingPageProps): Promise<Metadata> {
  return { title: `Meeting · ${(await load((await params).launch)).launch.title}` };
}

/** What do we do about this one? One shared screen, without the bar of the other pages. */
export default async function MeetingPage({ params }: MeetingPageProps) {
  const { scope, launch } = await load((await params).launch);
  if (launch.state !== "open") redirect(minutesHref(launch.id));
  const people = await organisationScope("person:list");
  const [{ timeZone }, questions, choice] = await Promise.all([
    loadOrganisation(await organisationScope("organisation:read")),
    loadLaunchQuestions(scope, launch, pageNow()),
    launch.can.dispose ? loadPeopleChoice(people) : [],
  ]);
  return (
    <>
      <MeetingView
        frame={{
          ...{ launch, questions, timeZone, people: choice, executives: [] },
          me: scope.viewer.person.id,
          today: dayOf(pageNow(), timeZone),
        }}
      />
      <RefreshOnChange
        quiet
        subject={{ services: launch.services, launches: [launch.id] }}
        since={pageNow().toISOString()}
      />
    </>
  );
}
