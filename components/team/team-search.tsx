import { SearchCarrier } from "@/components/filters/search-carrier";
import { SearchForm } from "@/components/filters/search-form";
import { Link } from "@/components/ui/link";

/** Finds teams by a part of their name. It is in the address; it works before any script does. */
export function TeamSearch({ q }: { q: string }) {
  return (
    <SearchCarrier className="flex flex-wrap items-center gap-2.5 print:hidden">
      <SearchForm action="/teams" value={q} placeholder="Name" label="Find teams by name" keep={[]} />
      {q !== "" && (
        <Link
          href="/teams"
          data-drops-search=""
          className="min-h-6 content-center text-sm text-ink-3 hover:text-ink hover:underline"
        >
          Show all teams
        </Link>
      )}
    </SearchCarrier>
  );
}
