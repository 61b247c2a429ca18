import { type GapListQuery, gapsPage, toggleGapHref } from "@/components/addresses/pages";
import type { ListChoices } from "@/components/filters/filter-options";
import { SearchForm } from "@/components/filters/search-form";
import { FilterMenu } from "@/components/ui/filter-menu";
import { GAP_DUES, GAP_SORTS } from "@/lib/domain/filters";
import { DUE_TEXT, GAP_FILTER_OPTIONS, OFFERED, SORT_TEXT } from "./gap-filter-options";

/** Search, filters and order of the list of all gaps. Everything is in the address. */
export function GapListToolbar({ query, choices }: { query: GapListQuery; choices: ListChoices }) {
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2 print:hidden">
      <SearchForm
        action="/gaps"
        value={query.q}
        placeholder="Service or team"
        label="Find gaps by service or team"
        keep={gapsPage.beside(query, ["q"])}
      />
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
      <span className="md:ml-auto">
        <FilterMenu
          single
          label={SORT_TEXT[query.sort]}
          options={GAP_SORTS.map((sort) => ({
            label: SORT_TEXT[sort],
            href: gapsPage.href(query, { sort }),
            checked: sort === query.sort,
          }))}
        />
      </span>
    </div>
  );
}
