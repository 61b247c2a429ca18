import { type PeopleQuery, peoplePage } from "@/components/addresses/pages";
import { SearchCarrier } from "@/components/filters/search-carrier";
import { SearchForm } from "@/components/filters/search-form";
import { Link } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";

const VIEWS = [
  { label: "Everybody", rights: "", state: "" },
  { label: "Admins", rights: "admin", state: "enabled" },
  { label: "Executives", rights: "executive", state: "enabled" },
  { label: "Disabled", rights: "", state: "disabled" },
] as const;

/** Finds people by a part of name or address, and shows some of them only. It is all in the address. */
export function PeopleFilter({ query }: { query: PeopleQuery }) {
  const { q, rights, state } = query;
  return (
    <SearchCarrier className="flex flex-wrap items-center gap-x-4 gap-y-2.5 print:hidden">
      <SearchForm
        action="/settings/people"
        value={q}
        placeholder="Name or e-mail"
        label="Find people by name or e-mail"
        keep={peoplePage.entries(query, ["q", "cursor"])}
      />
      <LinkTabs
        label="Who is shown"
        look="segments"
        tabs={VIEWS.map((view) => ({
          href: peoplePage.href({ q, rights: view.rights, state: view.state }),
          label: view.label,
          current: view.rights === rights && view.state === state,
        }))}
      />
      {peoplePage.isNarrowed(query, ["cursor"]) && (
        <Link
          href={peoplePage.href({})}
          data-drops-search=""
          className="min-h-6 content-center text-sm text-ink-3 hover:text-ink hover:underline"
        >
          Show everybody
        </Link>
      )}
    </SearchCarrier>
  );
}
