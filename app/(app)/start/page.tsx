import type { Metadata } from "next";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { namesOf } from "@/components/settings/names";
import { HowItWorks } from "@/components/start/how-it-works";
import { LateGaps } from "@/components/start/late-gaps";
import { lateWords } from "@/components/start/late-words";
import { nextStep } from "@/components/start/next-step";
import { startSentence } from "@/components/start/start-sentence";
import { TeamRows } from "@/components/start/team-rows";
import { ButtonLink } from "@/components/ui/button-link";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { dayOf } from "@/lib/domain/as-of";
import { loadGaps } from "@/lib/queries/gaps/gaps";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeople } from "@/lib/queries/people/people";
import { loadMyStart } from "@/lib/queries/people/start";

export const metadata: Metadata = { title: "Your start" };

/** What is asked of me, and where do I begin? */
export default async function StartPage() {
  const scope = await organisationScope("service:list");
  const { teams } = await loadMyStart(scope, pageNow());
  const late = await loadGaps(
    await organisationScope("gap:list"),
    { owner: ["me"], due: "overdue", sort: "due", limit: 8 },
    pageNow(),
  );
  const admins =
    teams.length > 0
      ? []
      : (await loadPeople(await organisationScope("person:list"), { rights: "admin", state: "enabled" }))
          .items;
  const names = admins.filter(({ example }) => !example).map(({ name }) => name);
  const step = nextStep(teams, { admin: scope.viewer.actor.admin, admins: namesOf(names) });
  return (
    <Page narrow>
      <div className="mb-8">
        <LinkedSentence words={[...startSentence(teams), ...lateWords(late.total.gaps)]} sub={step.say} />
        {step.action !== null && (
          <ButtonLink href={step.action.href} variant="main" size="large" className="mt-4">
            <bdi className="min-w-0 [overflow-wrap:anywhere]">{step.action.label}</bdi>
          </ButtonLink>
        )}
      </div>
      <div className="grid gap-4.5">
        {late.items.length > 0 && (
          <LateGaps
            page={late}
            today={dayOf(
              pageNow(),
              (await loadOrganisation(await organisationScope("organisation:read"))).timeZone,
            )}
          />
        )}
        {teams.length > 1 && <TeamRows teams={teams} />}
        <HowItWorks />
      </div>
    </Page>
  );
}
