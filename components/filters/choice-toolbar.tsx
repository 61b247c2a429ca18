import { Search } from "lucide-react";
import Form from "next/form";
import { CHOICE_NAMES, type ChoiceQuery, toggled } from "@/components/addresses/choice-query";
import { classNames } from "@/components/ui/class-names";
import { FilterMenu } from "@/components/ui/filter-menu";
import { inputLook } from "@/components/ui/input-look";
import { CHOICES, filterValues, type ListChoices } from "./filter-options";

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
  const others = CHOICE_NAMES.flatMap((name) => query[name].map((value) => [name, value] as const));
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2 print:hidden">
      <Form action={path} scroll={false} role="search" className="relative mr-1.5 w-full sm:w-56">
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
        {[...others, ...keep].map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
      </Form>
      {CHOICES.map(([name, label]) => {
        const chosen: readonly string[] = query[name];
        const options = filterValues(name, choices).map(({ value, ...words }) => ({
          ...words,
          href: href(toggled(query, name, value)),
          checked: chosen.includes(value),
        }));
        return <FilterMenu key={name} label={label} options={options} />;
      })}
    </div>
  );
}
