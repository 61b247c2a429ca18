import type { Metadata } from "next";
import { cache } from "react";
import { portfolioPage } from "@/components/addresses/pages";
import { unitOfPortfolio } from "@/components/figure/amount";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { BestGapsCards } from "@/components/gaps/best-gaps-cards";
import { rankings } from "@/components/portfolio/ranking";
import { PastBanner } from "@/components/service/past-banner";
import { InviteButton } from "@/components/settings/people/invite-button";
import { AsOfControl } from "@/components/shell/as-of-control";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { MembersCard } from "@/components/team/members-card";
import { ServicesCard } from "@/components/team/services-card";
import { TeamGapsCard } from "@/components/team/team-gaps-card";
import { TeamPastGaps } from "@/components/team/team-past-gaps";
import { teamSentence } from "@/components/team/team-sentences";
import { TeamStaleCard } from "@/components/team/team-stale-card";
import { readRange, TeamTrendCard } from "@/components/team/team-trend-card";
import { ButtonLink } from "@/components/ui/button-link";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Page } from "@/components/ui/page";
import { Trail } from "@/components/ui/trail";
import { organisationScope, pageNow, teamScope } from "@/lib/auth/page-scope";
import type { Scope } from "@/lib/auth/scope";
import type { GapFilters } from "@/lib/contracts/gaps";
import type { PortfolioFilters } from "@/lib/contracts/portfolio";
import { dayOf, instantOf, pastMoment } from "@/lib/domain/as-of";
import { can } from "@/lib/domain/policy";
import type { TrendRange } from "@/lib/domain/trend-days";
import { readForPage } from "@/lib/queries/bulkhead";
import { loadGaps } from "@/lib/queries/gaps/gaps";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeopleChoice } from "@/lib/queries/people/people";
import { loadPortfolio } from "@/lib/queries/portfolio/portfolio";
import { loadTrend } from "@/lib/queries/portfolio/trend";
import { loadServices, loadSummary } from "@/lib/queries/services/services";
import { loadTeam, loadTeams } from "@/lib/queries/teams/teams";

type Params = Promise<{ team: string }>;
interface TeamPageProps {
  params: Params;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The team of this page, read once for its title and its content. */
const teamOf = cache(async (slug: string) => {
  const scope = await teamScope(slug);
  return { scope, team: await loadTeam(scope) };
});

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

/** The name of the team in the title of the window. */
export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await teamOf((await params).team)).team.name };
}

/** What the texts of an invitation are made of. */
async function inviteContext(inviter: string) {
  const [{ name: organisation, timeZone }, teams] = await Promise.all([
    loadOrganisation(await organisationScope("organisation:read")),
    loadTeams(await organisationScope("team:list")),
  ]);
  return { organisation, timeZone, inviter, teams: teams.items.map(({ slug, name }) => ({ slug, name })) };
}

/** Gaps of a team, as many as its page shows. */
const loadGapsOf = async (team: string, filters: GapFilters) =>
  loadGaps(await organisationScope("gap:list"), { team: [team], limit: 8, ...filters }, pageNow());

const loadBest = (scope: Scope<"portfolio:read">, filters: PortfolioFilters) =>
  readForPage(scope, "loadPortfolio", filters, () => loadPortfolio(scope, filters, pageNow()));

/** What does this team own, how far is it, and who answers for it? Or, as of an earlier day: what did it own then? */
export default async function TeamPage({ params, searchParams }: TeamPageProps) {
  const { scope, team } = await teamOf((await params).team);
  const services = await organisationScope("service:list");
  const { timeZone } = await loadOrganisation(await organisationScope("organisation:read"));
  const query = await searchParams;
  const asOf = pastMoment(query.asOf, timeZone, pageNow());
  const filters = { team: [scope.resource.slug], ...(asOf ? { asOf } : {}) };
  const [summary, rows] = await readForPage(scope, "loadTeam", filters, () =>
    Promise.all([
      loadSummary(services, filters, pageNow()),
      loadServices(services, { ...filters, sort: "-loss", limit: 100 }, pageNow()),
    ]),
  );
  const invite =
    asOf === null && can(scope.viewer.actor, "invitation:create", { teamId: null }) ? (
      <InviteButton
        label="Invite somebody"
        variant="plain"
        places={[{ team: team.slug, role: "member" }]}
        context={await inviteContext(scope.viewer.person.name)}
      />
    ) : undefined;
  const range = readRange(query.range);
  const [trend, gaps, stale] = await Promise.all([
    loadTrend(scope, { range, ...(asOf ? { asOf } : {}) }, pageNow()),
    ...(asOf === null
      ? [loadGapsOf(team.slug, {}), loadGapsOf(team.slug, { kind: ["stale"], sort: "age" })]
      : []),
  ]);
  const best =
    summary.services === 0
      ? null
      : await loadBest(await organisationScope("portfolio:read"), { ...filters, limit: 1 });
  const unit = summary.currency === null ? null : { currency: summary.currency };
  const mayEditMembers = team.can.editMembers && asOf === null;
  const mayPlan = gaps?.items.some((row) => row.can.plan) ?? false;
  // One list for both, which is sent to the browser once.
  const people =
    mayEditMembers || mayPlan ? await loadPeopleChoice(await organisationScope("person:list")) : [];
  const inUse = rows.items.filter((row) => row.lifecycle !== "retired");
  const retired = rows.items.filter((row) => row.lifecycle === "retired");
  const address = (moment: string | null, to: TrendRange = range) => {
    const search = new URLSearchParams();
    if (moment !== null) search.set("asOf", moment);
    if (to !== "1y") search.set("range", to);
    return `/teams/${team.slug}${search.size === 0 ? "" : `?${search}`}`;
  };
  return (
    <Page>
      {asOf !== null && (
        <PastBanner
          what={team.name}
          asOf={asOf}
          now={address(null)}
          choice={{ team: team.slug }}
          timeZone={timeZone}
        />
      )}
      <HeadWithActions
        actions={
          <>
            <AsOfControl
              day={asOf === null ? null : dayOf(instantOf(asOf, timeZone, pageNow()) ?? pageNow(), timeZone)}
              today={dayOf(pageNow(), timeZone)}
              href={address}
            />
            {asOf === null && team.can.edit && (
              <ButtonLink href={`/teams/${team.slug}/edit`}>Edit</ButtonLink>
            )}
            {asOf === null && team.can.createService && summary.listed > 0 && (
              <ButtonLink href={`/services/new?team=${team.slug}`} variant="main">
                Add a service
              </ButtonLink>
            )}
          </>
        }
      >
        <Trail steps={[{ href: "/teams", label: "Teams" }]} />
        <LinkedSentence
          words={teamSentence(team, summary, asOf, {
            overdue: gaps?.total.overdue ?? 0,
            carried: unit === null ? null : { unit, amount: best?.totals.now.knownLoss ?? 0 },
          })}
          sub={
            team.description === "" ? undefined : (
              <bdi className="whitespace-pre-line">{team.description}</bdi>
            )
          }
        />
      </HeadWithActions>
      <div className="grid items-start gap-4.5 md:grid-cols-[1fr_23rem]">
        <div className="grid min-w-0 gap-4.5">
          <ServicesCard
            team={team}
            rows={[...inUse, ...retired]}
            more={rows.nextCursor !== null}
            unit={unit}
            asOf={asOf}
          />
          {best && (
            <BestGapsCards
              fixes={rankings(best.fixes)}
              questions={rankings(best.questions)}
              unit={unitOfPortfolio(best)}
              query={{ ...portfolioPage.none, team: [team.slug], asOf: asOf ?? "" }}
            />
          )}
          {gaps && summary.services > 0 && (
            <TeamGapsCard
              team={team.slug}
              page={gaps}
              frame={{ people: mayPlan ? people : [], today: dayOf(pageNow(), timeZone), timeZone }}
            />
          )}
          {asOf !== null && summary.services > 0 && <TeamPastGaps team={team.slug} asOf={asOf} />}
        </div>
        <div className="grid min-w-0 gap-4.5">
          {(summary.services > 0 || trend.points.length > 1) && (
            <TeamTrendCard
              trend={trend}
              team={team.slug}
              asOf={asOf}
              unit={unit}
              href={(to) => address(asOf, to)}
            />
          )}
          {stale && <TeamStaleCard team={team.slug} page={stale} timeZone={timeZone} />}
          {asOf === null ? (
            <MembersCard
              team={team.slug}
              members={team.members}
              viewer={scope.viewer.person.id}
              people={mayEditMembers ? people : null}
              invite={invite}
            />
          ) : (
            <p className="text-ink-3">
              Earlier members are not recorded; today’s members are on today’s page.
            </p>
          )}
        </div>
      </div>
      {asOf === null && <RefreshOnChange subject={{ teams: [team.slug] }} since={pageNow().toISOString()} />}
    </Page>
  );
}
