import { Search } from "lucide-react";
import Form from "next/form";
import { classNames } from "@/components/ui/class-names";
import { FilterMenu } from "@/components/ui/filter-menu";
import { inputLook } from "@/components/ui/input-look";
import { DUE_TEXT, GAP_CHOICES, type GapChoices, gapFilterValues, SORT_TEXT } from "./gap-filter-options";
import { DUES, type GapListQuery, gapListHref, SORTS, toggleGapHref } from "./gap-list-query";

/** Search, filters and order of the list of all gaps. Everything is in the address. */
export function GapListToolbar({ query, choices }: { query: GapListQuery; choices: GapChoices }) {
  const kept = new URLSearchParams(gapListHref(query, { q: "" }).split("?")[1] ?? "");
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2 print:hidden">
      <Form action="/gaps" scroll={false} role="search" className="relative mr-1.5 w-full sm:w-56">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        />
        <input
          key={query.q}
          type="search"
          name="q"
          defaultValue={query.q}
          maxLength={200}
          placeholder="Service or team"
          aria-label="Find gaps by service or team"
          className={classNames(inputLook, "h-7.5 pl-8 pointer-coarse:h-10")}
        />
        {[...kept].map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
      </Form>
      {GAP_CHOICES.map(([name, label]) => {
        const options = gapFilterValues(name, choices).map(({ value, ...words }) => ({
          ...words,
          href: toggleGapHref(query, name, value),
          checked: query[name].includes(value),
        }));
        return <FilterMenu key={name} label={label} options={options} />;
      })}
      <FilterMenu
        single
        label={query.due === "" ? "Due" : DUE_TEXT[query.due]}
        options={DUES.map((due) => ({
          label: DUE_TEXT[due],
          href: gapListHref(query, { due: due === query.due ? "" : due }),
          checked: due === query.due,
        }))}
      />
      <span className="md:ml-auto">
        <FilterMenu
          single
          label={SORT_TEXT[query.sort]}
          options={SORTS.map((sort) => ({
            label: SORT_TEXT[sort],
            href: gapListHref(query, { sort }),
            checked: sort === query.sort,
          }))}
        />
      </span>
    </div>
  );
}
