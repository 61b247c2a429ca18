import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { type ExposureQuery, exposurePage } from "@/components/addresses/pages";
import { shownAsOf } from "@/components/addresses/portfolio-query";
import { toExposureFilters } from "@/components/exposure/exposure-query";
import { shownWhen } from "@/components/exposure/exposure-sentence";
import { ExposureView } from "@/components/exposure/exposure-view";
import { RefreshOnChange } from "@/components/shell/refresh-on-change";
import { Page } from "@/components/ui/page";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import type { Scope } from "@/lib/auth/scope";
import { dayOf } from "@/lib/domain/as-of";
import { AppError } from "@/lib/domain/errors";
import type { SearchParams } from "@/lib/domain/page-address";
import { type Actor, can } from "@/lib/domain/policy";
import { readForPage } from "@/lib/queries/bulkhead";
import { loadExposure } from "@/lib/queries/exposure/exposure";
import { loadFilterChoices } from "@/lib/queries/filters/choices";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";
import { loadPeopleChoice } from "@/lib/queries/people/people";

export { KEPT_SECONDS as unstable_dynamicStaleTime } from "@/lib/domain/kept-pages";

export const metadata: Metadata = { title: "Exposure" };

const ALL = { types: ["service", "team", "organisation", "model"] };

/** The exposure with the gaps of what is shown: carried now, or at launch (R6). */
async function loadShown(scope: Scope<"exposure:read">, query: ExposureQuery, now: Date) {
  const load = (when: "now" | "launch") => {
    const filters = { ...toExposureFilters(query), when };
    return readForPage(scope, "loadExposure", filters, () => loadExposure(scope, filters, now));
  };
  try {
    const view = await load(query.when === "launch" ? "launch" : "now");
    return query.when === "" && shownWhen(view, query) === "atLaunch" ? await load("launch") : view;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}

/** What do the gaps cost, and what would closing some of them change? */
export default async function ExposurePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { timeZone } = await loadOrganisation(await organisationScope("organisation:read"));
  const asked = exposurePage.read(await searchParams);
  const query = shownAsOf(asked, timeZone, pageNow());
  if (query === null) redirect(exposurePage.href(asked, { asOf: "" }));
  return (
    <Page>
      <Whole query={query} timeZone={timeZone} />
      {query.asOf === "" && <RefreshOnChange subject={ALL} since={pageNow().toISOString()} />}
    </Page>
  );
}

/** Those that the viewer is in, and null for what only rights beyond a team allow. */
const teamsOf = ({ teams }: Actor): (string | null)[] => [null, ...Object.keys(teams)];

async function Whole({ query, timeZone }: { query: ExposureQuery; timeZone: string }) {
  const scope = await organisationScope("exposure:read");
  const now = pageNow();
  const [view, choices, people] = await Promise.all([
    loadShown(scope, query, now),
    organisationScope("service:list").then((list) => loadFilterChoices(list, query, now)),
    organisationScope("person:list").then(loadPeopleChoice),
  ]);
  const { actor } = scope.viewer;
  // Which of the ticked gaps may be planned, the answer to them says.
  const mayPlan = query.asOf === "" && teamsOf(actor).some((teamId) => can(actor, "gap:plan", { teamId }));
  return (
    <ExposureView
      view={view}
      query={query}
      choices={choices}
      serviceName={view.byService.find(({ service }) => service === query.service)?.name ?? null}
      frame={{
        people: mayPlan ? people : [],
        today: dayOf(now, timeZone),
        timeZone,
      }}
      mayPrice={can(actor, "model:edit", { teamId: null })}
      timeZone={timeZone}
    />
  );
}
