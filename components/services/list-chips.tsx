import { X } from "lucide-react";
import Link from "next/link";
import { CHOICES, filterValues, type ListChoices } from "./filter-options";
import { isNarrowed, type ListQuery, listHref, toggleHref } from "./list-query";

function Chip({ name, value, href }: { name: string; value: string; href: string }) {
  return (
    <li className="min-w-0">
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-label={`Remove the filter ${name}: ${value}`}
        className="flex min-h-6 max-w-full items-center gap-1 rounded-full border border-line bg-sunk pr-1.5 pl-2.5 text-sm text-ink-2 hover:border-line-strong hover:text-ink"
      >
        <span className="text-ink-3">{name}</span>
        <span className="max-w-60 truncate font-strong">{value}</span>
        <X aria-hidden="true" className="size-3 shrink-0 text-ink-3" />
      </Link>
    </li>
  );
}

/** What narrows the list right now; pressing a chip takes its filter away. */
export function ListChips({ query, choices }: { query: ListQuery; choices: ListChoices }) {
  if (!isNarrowed(query)) return null;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-1.5 print:hidden">
      {query.q !== "" && <Chip name="Search" value={query.q} href={listHref(query, { q: "" })} />}
      {CHOICES.flatMap(([name, label]) => {
        const known = filterValues(name, choices);
        return query[name].map((value) => (
          <Chip
            key={`${name}=${value}`}
            name={label}
            value={name === "tier" ? value : (known.find((each) => each.value === value)?.label ?? value)}
            href={toggleHref(query, name, value)}
          />
        ));
      })}
      <li>
        <Link
          href={listHref(query, { q: "", team: [], standing: [], tier: [], lifecycle: [], tag: [] })}
          scroll={false}
          className="inline-block min-h-6 content-center px-1.5 text-sm text-ink-3 hover:text-ink hover:underline"
        >
          Clear all
        </Link>
      </li>
    </ul>
  );
}
