import type { Metadata } from "next";
import { orFirstPage } from "@/components/addresses/or-first-page";
import { servicesPage, workPage } from "@/components/addresses/pages";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { AdminCard } from "@/components/my-work/admin-card";
import { HowItWorks } from "@/components/my-work/how-it-works";
import { MyGaps } from "@/components/my-work/my-gaps";
import { nextStep } from "@/components/my-work/next-step";
import { TeamServices } from "@/components/my-work/team-services";
import { workSentence } from "@/components/my-work/work-sentence";
import { NotificationList } from "@/components/notifications/notification-list";
import { waitingSentence } from "@/components/notifications/notification-words";
import { namesOf } from "@/components/settings/names";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { dayOf } from "@/lib/domain/as-of";
import { NOTIFIED_BY } from "@/lib/domain/notifications";
import type { SearchParams } from "@/lib/domain/page-address";
import { loadGaps } from "@/lib/queries/gaps/gaps";
import { loadForAdmins } from "@/lib/queries/my-work/for-admins";
import { loadMyTeams } from "@/lib/queries/my-work/my-teams";
import { loadNotifications } from "@/lib/queries/notifications/notifications";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeople } from "@/lib/queries/people/people";

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

export const metadata: Metadata = { title: "My work" };

/** As many gaps as are listed: the rest is behind the link. */
const GAPS = 12;

/** What is asked of me? */
export default async function WorkPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const now = pageNow();
  const scope = await organisationScope("service:list");
  const { actor } = scope.viewer;
  const query = workPage.read(await searchParams);
  const [{ timeZone }, { teams, services, total }, gaps, waiting] = await Promise.all([
    organisationScope("organisation:read").then(loadOrganisation),
    loadMyTeams(scope, now),
    organisationScope("gap:list").then((list) =>
      loadGaps(list, { owner: ["me"], sort: "due", limit: GAPS }, now),
    ),
    organisationScope("notification:list").then((list) =>
      orFirstPage(loadNotifications(list, workPage.asked(query), now), query.cursor, workPage.href(query)),
    ),
  ]);
  const step = nextStep(teams, { admin: actor.admin, admins: teams.length > 0 ? "" : await admins() });
  const today = dayOf(now, timeZone);
  const isNew = teams.length === 0 || teams.every((team) => team.unassessed === team.services);
  const waits = waiting.total === 0 ? [] : [...waitingSentence(waiting), { text: " " }];
  return (
    <Page narrow>
      <div className="mb-6">
        <LinkedSentence words={[...waits, ...workSentence(teams)]} sub={step.say} />
        {step.action !== null && (
          <ButtonLink href={step.action.href} variant="main" size="large" className="mt-3.5">
            <bdi className="min-w-0 [overflow-wrap:anywhere]">{step.action.label}</bdi>
          </ButtonLink>
        )}
      </div>
      <div className="grid gap-4.5">
        {waiting.items.length > 0 && (
          <Card title="Waiting for you" flush>
            <NotificationList items={waiting.items} today={today} />
          </Card>
        )}
        <Pager
          label="More that waits"
          next={waiting.nextCursor && workPage.href(query, { cursor: waiting.nextCursor })}
          first={query.cursor === "" ? null : workPage.href(query)}
        />
        {gaps.items.length > 0 && <MyGaps page={gaps} today={today} />}
        {services.length > 0 && (
          <TeamServices
            {...{ services, total }}
            all={servicesPage.href({ team: teams.map(({ slug }) => slug) })}
            several={teams.length > 1}
          />
        )}
        {actor.admin && <ForAdmins now={now} />}
        {isNew && <HowItWorks />}
      </div>
      <RefreshOnChange subject={{ types: NOTIFIED_BY }} since={now.toISOString()} />
    </Page>
  );
}

async function ForAdmins({ now }: { now: Date }) {
  const [lacking, unowned] = await Promise.all([
    organisationScope("person:list").then((scope) => loadForAdmins(scope, now)),
    organisationScope("gap:list").then((scope) =>
      loadGaps(scope, { kind: ["blocker"], owner: ["none"], limit: 1 }, now),
    ),
  ]);
  return <AdminCard {...lacking} unowned={unowned.total.gaps} />;
}

/** Who may put somebody on a team, in words. */
async function admins(): Promise<string> {
  const scope = await organisationScope("person:list");
  const { items } = await loadPeople(scope, { rights: "admin", state: "enabled" });
  return namesOf(items.filter(({ example }) => !example).map(({ name }) => name));
}
