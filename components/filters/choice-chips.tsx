import { X } from "lucide-react";
import { isNarrowed, NO_CHOICE, toggled } from "@/components/addresses/pages";
import { Link } from "@/components/ui/link";
import type { ChoiceFrame } from "./choice-toolbar";
import { FILTER_NAMES, FILTERS, type FilterOptions, type ListChoices } from "./filter-options";

interface ChipProps {
  name: string;
  value: string;
  href: string;
  /** It takes the search away, also what was typed since. */
  search?: boolean;
}

/** One filter in force, and the way to the page without it. */
export function Chip({ name, value, href, search = false }: ChipProps) {
  return (
    <li className="min-w-0">
      <Link
        href={href}
        scroll={false}
        data-drops-search={search ? "" : undefined}
        aria-label={`Remove the filter ${name}: ${value}`}
        className="flex min-h-6 max-w-full items-center gap-1 rounded-full border border-line bg-sunk pr-1.5 pl-2.5 text-sm text-ink-2 hover:border-line-strong hover:text-ink"
      >
        <span className="text-ink-3">{name}</span>
        <bdi className="min-w-0 font-strong [overflow-wrap:anywhere]">{value}</bdi>
        <X aria-hidden="true" className="size-3 shrink-0 text-ink-3 print:hidden" />
      </Link>
    </li>
  );
}

interface ValueChipsProps<Name extends string> {
  names: readonly Name[];
  /** The same, in words. */
  filters: Readonly<Record<Name, FilterOptions>>;
  choices: ListChoices;
  /** What is chosen of each. */
  query: Readonly<Record<Name, readonly string[]>>;
  /** The address without a value. */
  href: (name: Name, value: string) => string;
}

/** A chip for each value of some filters. */
export function ValueChips<Name extends string>({
  names,
  filters,
  choices,
  query,
  href,
}: ValueChipsProps<Name>) {
  return names.flatMap((name) => {
    const words = filters[name].values(choices);
    return query[name].map((value) => (
      <Chip
        key={`${name}=${value}`}
        name={filters[name].label}
        value={name === "tier" ? value : (words.find((each) => each.value === value)?.label ?? value)}
        href={href(name, value)}
      />
    ));
  });
}

/** The way to the page without any filter. */
export function ClearAll({ href }: { href: string }) {
  return (
    <li className="print:hidden">
      <Link
        href={href}
        scroll={false}
        data-drops-search=""
        className="inline-block min-h-6 content-center px-1.5 text-sm text-ink-3 hover:text-ink hover:underline"
      >
        Clear all
      </Link>
    </li>
  );
}

/** What narrows the choice right now; pressing a chip takes its filter away. */
export function ChoiceChips({ query, choices, href }: Omit<ChoiceFrame, "path" | "keep">) {
  if (!isNarrowed(query)) return null;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-1.5">
      {query.q !== "" && <Chip name="Search" value={query.q} href={href({ q: "" })} search />}
      <ValueChips
        names={FILTER_NAMES}
        filters={FILTERS}
        choices={choices}
        query={query}
        href={(name, value) => href(toggled(query, name, value))}
      />
      <ClearAll href={href(NO_CHOICE)} />
    </ul>
  );
}
