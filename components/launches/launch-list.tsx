import { type LaunchesQuery, launchesPage, newLaunchHref } from "@/components/addresses/pages";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Pager } from "@/components/ui/pager";
import type { LaunchPage, LaunchRow } from "@/lib/contracts/launches";
import { counted } from "@/lib/domain/words";
import { LaunchFilters } from "./launch-filters";
import { LaunchTable } from "./launch-table";
import { launchesSentence } from "./list-sentence";

interface LaunchListProps {
  page: LaunchPage;
  query: LaunchesQuery;
  /** All open ones that the filters choose. */
  open: readonly LaunchRow[];
  teams: readonly { slug: string; name: string; deleted?: boolean | undefined }[];
  /** How many services are in use. */
  services: number;
  today: string;
  timeZone: string;
}

/** Launches: open ones by their day, then those that are over. */
export function LaunchList({ page, query, open, teams, services, today, timeZone }: LaunchListProps) {
  const narrowed = launchesPage.isNarrowed(query, ["cursor"]);
  const rows = page.items;
  if (rows.length === 0 && !narrowed && query.cursor === "") return <FirstLaunch services={services} />;
  const still = rows.filter(({ state }) => state === "open");
  const over = rows.filter(({ state }) => state !== "open");
  const table = { people: page.people, today, timeZone };
  return (
    <>
      <HeadWithActions
        actions={
          <ButtonLink href={newLaunchHref(query.service || undefined)} variant="main">
            Plan a launch
          </ButtonLink>
        }
      >
        <LinkedSentence words={launchesSentence(open, query)} />
      </HeadWithActions>
      <div id="launches" className="grid scroll-mt-16 gap-4.5">
        <Card flush className="overflow-visible!">
          <div className="px-4.5 py-3">
            <LaunchFilters query={query} teams={teams} rows={[...open, ...rows]} />
          </div>
          {rows.length === 0 && (
            <EmptyState
              title="No launch matches."
              action={<ButtonLink href="/launches">All launches</ButtonLink>}
            >
              Try other words, another state or another team.
            </EmptyState>
          )}
          {still.length > 0 && <LaunchTable caption="Open launches, by their day" rows={still} {...table} />}
        </Card>
        {over.length > 0 && (
          <Card title="Closed" flush>
            <LaunchTable caption="Launches that are over, the latest first" rows={over} {...table} />
          </Card>
        )}
      </div>
      <p role="status" className="sr-only">
        {counted(rows.length, "launch", "launches")} on this page
      </p>
      <Pager
        label="More launches"
        next={page.nextCursor === null ? null : launchesPage.href(query, { cursor: page.nextCursor })}
        first={query.cursor === "" ? null : launchesPage.href(query)}
        className="mt-3"
      />
    </>
  );
}

/** What a launch is for, while there is none. */
function FirstLaunch({ services }: { services: number }) {
  return (
    <Card>
      <h1 className="sr-only">Launches</h1>
      <EmptyState
        title="No launch is planned yet."
        action={
          services > 0 ? (
            <ButtonLink href={newLaunchHref()} variant="main">
              Plan a launch
            </ButtonLink>
          ) : (
            <ButtonLink href="/services">Services</ButtonLink>
          )
        }
      >
        {services > 0
          ? "A launch gathers the blockers of its services. Each gets fixed, promised by a day, accepted or ruled out; then every role signs what it saw. What was known, who decided and on what conditions stays on record."
          : "A launch is about the gaps of its services: add a service and assess it first."}
      </EmptyState>
    </Card>
  );
}
