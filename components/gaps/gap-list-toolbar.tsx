import { GAP_LOOK, type GapListQuery, gapsPage, toggleGapHref } from "@/components/addresses/pages";
import { Chip, ClearAll, ValueChips } from "@/components/filters/choice-chips";
import { FilterFold } from "@/components/filters/filter-fold";
import type { ListChoices } from "@/components/filters/filter-options";
import { SearchForm } from "@/components/filters/search-form";
import { FilterMenu } from "@/components/ui/filter-menu";
import { LinkTabs } from "@/components/ui/link-tabs";
import { GAP_DUES, GAP_SORTS } from "@/lib/domain/filters";
import { DUE_TEXT, GAP_CHOICES, GAP_FILTER_OPTIONS, OFFERED, SORT_TEXT } from "./gap-filter-options";

/** The same list without a filter. */
export const cleared = ({ sort, group }: GapListQuery): string => gapsPage.href({ sort, group });

interface GapListChipsProps {
  query: GapListQuery;
  choices: ListChoices;
  /** What the one question is called that the list is narrowed to. */
  asked: string | undefined;
}

/** What narrows the list right now; pressing a chip takes its filter away. */
export function GapListChips({ query, choices, asked }: GapListChipsProps) {
  if (!gapsPage.isNarrowed(query, GAP_LOOK)) return null;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-1.5">
      {query.q !== "" && <Chip name="Search" value={query.q} href={gapsPage.href(query, { q: "" })} search />}
      {query.serviceQ !== "" && (
        <Chip name="Services" value={query.serviceQ} href={gapsPage.href(query, { serviceQ: "" })} />
      )}
      {query.question !== "" && (
        <Chip name="Question" value={asked ?? query.question} href={gapsPage.href(query, { question: "" })} />
      )}
      <ValueChips
        names={GAP_CHOICES}
        filters={GAP_FILTER_OPTIONS}
        choices={choices}
        query={query}
        href={(name, value) => toggleGapHref(query, name, value)}
      />
      {query.due !== "" && (
        <Chip name="Due" value={DUE_TEXT[query.due]} href={gapsPage.href(query, { due: "" })} />
      )}
      <ClearAll href={cleared(query)} />
    </ul>
  );
}

/** Search, filters and order of the list of all gaps. Everything is in the address. */
export function GapListToolbar({ query, choices }: { query: GapListQuery; choices: ListChoices }) {
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2 print:hidden">
      <div className="min-w-44 flex-1 sm:min-w-0 sm:flex-none">
        <SearchForm
          action="/gaps"
          value={query.q}
          placeholder="Question, reason, owner"
          label="Find gaps by question, reason, ticket, owner, service or team"
          keep={gapsPage.beside(query, ["q"])}
        />
      </div>
      <FilterFold count={OFFERED.reduce((sum, name) => sum + query[name].length, query.due === "" ? 0 : 1)}>
        {OFFERED.map((name) => {
          const { label, values } = GAP_FILTER_OPTIONS[name];
          const options = values(choices).map(({ value, ...words }) => ({
            ...words,
            href: toggleGapHref(query, name, value),
            checked: (query[name] as readonly string[]).includes(value),
          }));
          return <FilterMenu key={name} label={label} options={options} />;
        })}
        <FilterMenu
          single
          label={query.due === "" ? "Due" : DUE_TEXT[query.due]}
          options={GAP_DUES.map((due) => ({
            label: DUE_TEXT[due],
            href: gapsPage.href(query, { due: due === query.due ? "" : due }),
            checked: due === query.due,
          }))}
        />
      </FilterFold>
      <span className="flex flex-wrap items-center gap-x-1 md:ml-auto">
        <LinkTabs
          label="One line for each"
          look="segments"
          tabs={[
            { label: "Gap", href: gapsPage.href(query, { group: "" }), current: query.group === "" },
            {
              label: "Question",
              href: gapsPage.href(query, { group: "question" }),
              current: query.group === "question",
            },
          ]}
        />
        {query.group === "" && (
          <FilterMenu
            single
            label={SORT_TEXT[query.sort]}
            options={GAP_SORTS.map((sort) => ({
              label: SORT_TEXT[sort],
              href: gapsPage.href(query, { sort }),
              checked: sort === query.sort,
            }))}
          />
        )}
      </span>
    </div>
  );
}
