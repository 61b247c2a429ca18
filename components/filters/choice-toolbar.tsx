import { type ChoiceQuery, choiceAddress, toggled } from "@/components/addresses/pages";
import { FilterMenu } from "@/components/ui/filter-menu";
import { FilterFold } from "./filter-fold";
import { FILTER_NAMES, FILTERS, type ListChoices } from "./filter-options";
import { SearchForm } from "./search-form";

/** How the filters of a page are written into its address. */
export interface ChoiceFrame {
  query: ChoiceQuery;
  choices: ListChoices;
  /** The path of the page, for the search. */
  path: string;
  /** What else stands in the address, and stays there when somebody searches. */
  keep: readonly (readonly [name: string, value: string])[];
  /** The address of the page after a change. */
  href: (change: Partial<ChoiceQuery>) => string;
}

/** Search and filters. Everything is in the address; the search works before any script does. Stands in a SearchCarrier. */
export function ChoiceToolbar({ query, choices, path, keep, href }: ChoiceFrame) {
  return (
    <div className="flex w-full flex-wrap items-center gap-x-1 gap-y-2 md:w-auto print:hidden">
      <div className="min-w-0 flex-1 sm:flex-none">
        <SearchForm
          action={path}
          value={query.q}
          placeholder="Name or team"
          label="Find services by name or team"
          keep={[...choiceAddress.beside(query, ["q"]), ...keep]}
        />
      </div>
      <FilterFold count={FILTER_NAMES.reduce((sum, name) => sum + query[name].length, 0)}>
        {FILTER_NAMES.map((name) => {
          const { label, values } = FILTERS[name];
          const chosen: readonly string[] = query[name];
          const options = values(choices).map(({ value, ...words }) => ({
            ...words,
            href: href(toggled(query, name, value)),
            checked: chosen.includes(value),
          }));
          return <FilterMenu key={name} label={label} options={options} />;
        })}
      </FilterFold>
    </div>
  );
}
