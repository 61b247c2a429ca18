import type { Metadata } from "next";
import { orFirstPage } from "@/components/addresses/or-first-page";
import { gapsPage, toGapFilters } from "@/components/addresses/pages";
import { GapList } from "@/components/gaps/gap-list";
import { localDay } from "@/components/ui/days";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { readForPage } from "@/lib/queries/bulkhead";
import { loadFilterChoices } from "@/lib/queries/filters/choices";
import { loadGaps, loadGroupedGaps } from "@/lib/queries/gaps/gaps";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeopleChoice } from "@/lib/queries/people/people";
import { loadSummary } from "@/lib/queries/services/services";

export const metadata: Metadata = { title: "Gaps" };

/** What is open anywhere, what does it cause, and who closes it by when? */
export default async function GapsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await organisationScope("gap:list");
  const query = gapsPage.read(await searchParams);
  const filters = toGapFilters(query);
  const [{ page, groups }, choices, people, { timeZone }] = await Promise.all([
    query.group === "question"
      ? readForPage(scope, "listGaps", { ...filters, group: query.group }, () =>
          loadGroupedGaps(scope, filters, pageNow()),
        ).then(({ groups, total }) => ({
          page: { items: [], nextCursor: null, total },
          groups,
        }))
      : orFirstPage(
          readForPage(scope, "listGaps", filters, () => loadGaps(scope, filters, pageNow())),
          query.cursor,
          gapsPage.href(query),
        ).then((page) => ({ page, groups: null })),
    loadFilterChoices(
      await organisationScope("service:list"),
      { owner: [...query.owner, ...query.serviceOwner] },
      pageNow(),
    ),
    loadPeopleChoice(await organisationScope("person:list")),
    loadOrganisation(await organisationScope("organisation:read")),
  ]);
  // without a gap nobody can say that all is well before there is a service
  const services =
    page.total.gaps > 0
      ? page.total.services
      : (await loadSummary(await organisationScope("service:list"), {}, pageNow())).services;
  const mayPlan = page.items.some((row) => row.can.plan);
  return (
    <Page>
      <GapList
        page={page}
        groups={groups}
        query={query}
        services={services}
        choices={choices}
        timeZone={timeZone}
        frame={{
          people: mayPlan ? people : [],
          today: localDay(pageNow(), timeZone),
          timeZone,
        }}
      />
    </Page>
  );
}
