import { Search } from "lucide-react";
import Form from "next/form";
import { FilterMenu } from "@/components/service/filter-menu";
import { classNames } from "@/components/ui/class-names";
import { inputLook } from "@/components/ui/input-look";
import { CHOICES, filterValues, type ListChoices } from "./filter-options";
import { type ListQuery, toggleHref } from "./list-query";

/** Search and filters over the list. Everything is in the address; the search works before any script does. */
export function ListToolbar({ query, choices }: { query: ListQuery; choices: ListChoices }) {
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2 print:hidden">
      <Form action="/services" scroll={false} role="search" className="relative mr-1.5 w-full sm:w-56">
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
          placeholder="Name or team"
          aria-label="Find services by name or team"
          className={classNames(inputLook, "h-7.5 pl-8 pointer-coarse:h-10")}
        />
        {CHOICES.flatMap(([name]) =>
          query[name].map((value) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          )),
        )}
        {query.sort !== "name" && <input type="hidden" name="sort" value={query.sort} />}
      </Form>
      {CHOICES.map(([name, label]) => {
        const chosen: readonly string[] = query[name];
        const options = filterValues(name, choices).map(({ value, ...words }) => ({
          ...words,
          href: toggleHref(query, name, value),
          checked: chosen.includes(value),
        }));
        return <FilterMenu key={name} label={label} options={options} />;
      })}
    </div>
  );
}
