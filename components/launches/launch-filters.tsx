import { type LaunchesQuery, launchesPage } from "@/components/addresses/pages";
import { FilterFold } from "@/components/filters/filter-fold";
import { SearchCarrier } from "@/components/filters/search-carrier";
import { SearchForm } from "@/components/filters/search-form";
import { STATE_TEXT } from "@/components/launch/launch-words";
import { FilterMenu } from "@/components/ui/filter-menu";
import { Link } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { LaunchRow } from "@/lib/contracts/launches";
import { LAUNCH_STATES } from "@/lib/domain/launch/vocabulary";
import { byName } from "@/lib/domain/text";

interface LaunchFiltersProps {
  query: LaunchesQuery;
  teams: readonly { slug: string; name: string; deleted?: boolean | undefined }[];
  /** Whose services are offered. */
  rows: readonly LaunchRow[];
}

/** Which launches: by their words, of a state, of a team, of a service. It is all in the address. */
export function LaunchFilters({ query, teams, rows }: LaunchFiltersProps) {
  const named = new Map(
    rows.flatMap(({ services }) => services.map(({ slug, name }) => [slug, name] as const)),
  );
  if (query.service !== "" && !named.has(query.service)) named.set(query.service, query.service);
  const services = [...named].sort(([, a], [, b]) => byName(a, b));
  const team = teams.find(({ slug }) => slug === query.team);
  return (
    <SearchCarrier className="flex flex-wrap items-center gap-x-2 gap-y-2 print:hidden">
      <div className="min-w-0 flex-1 sm:flex-none">
        <SearchForm
          action="/launches"
          value={query.q}
          placeholder="Title or service"
          label="Find launches by title or service"
          keep={launchesPage.beside(query, ["q"])}
        />
      </div>
      <FilterFold count={[query.state, query.team, query.service].filter((each) => each !== "").length}>
        <LinkTabs
          label="Which launches"
          look="segments"
          tabs={[
            { href: launchesPage.href(query, { state: "" }), label: "All", current: query.state === "" },
            ...LAUNCH_STATES.map((state) => ({
              href: launchesPage.href(query, { state }),
              label: STATE_TEXT[state],
              current: query.state === state,
            })),
          ]}
        />
        <FilterMenu
          single
          label={team?.name ?? "Team"}
          options={teams.map(({ slug, name, deleted }) => ({
            href: launchesPage.href(query, { team: slug === query.team ? "" : slug }),
            label: deleted ? `${name} (deleted)` : name,
            checked: slug === query.team,
          }))}
        />
        <FilterMenu
          single
          label={named.get(query.service) ?? "Service"}
          options={services.map(([slug, name]) => ({
            href: launchesPage.href(query, { service: slug === query.service ? "" : slug }),
            label: name,
            checked: slug === query.service,
          }))}
        />
      </FilterFold>
      {launchesPage.isNarrowed(query, ["cursor"]) && (
        <Link
          href={launchesPage.href({})}
          data-drops-search=""
          className="min-h-6 content-center text-sm text-ink-3 hover:text-ink hover:underline"
        >
          Clear
        </Link>
      )}
    </SearchCarrier>
  );
}
