import { Search } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { type PeopleQuery, peoplePage } from "@/components/addresses/pages";
import { classNames } from "@/components/ui/class-names";
import { inputLook } from "@/components/ui/input-look";
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
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5 print:hidden">
      <Form action="/settings/people" scroll={false} role="search" className="relative w-full sm:w-64">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        />
        {rights !== "" && <input type="hidden" name="rights" value={rights} />}
        {state !== "" && <input type="hidden" name="state" value={state} />}
        <input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          placeholder="Name or e-mail"
          aria-label="Find people by name or e-mail"
          className={classNames(inputLook, "h-7.5 pl-8 pointer-coarse:h-10")}
        />
      </Form>
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
          className="min-h-6 content-center text-sm text-ink-3 hover:text-ink hover:underline"
        >
          Show everybody
        </Link>
      )}
    </div>
  );
}
