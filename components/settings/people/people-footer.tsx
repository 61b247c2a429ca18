import Link from "next/link";
import { type PeopleQuery, peoplePage } from "@/components/addresses/pages";
import { ButtonLink } from "@/components/ui/button-link";

/** The way to the next page of people, and back to the first. */
export function PeopleFooter({ query, nextCursor }: { query: PeopleQuery; nextCursor: string | null }) {
  if (nextCursor === null && query.cursor === "") return null;
  return (
    <nav
      aria-label="More people"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4.5 py-3 text-sm text-ink-3 print:hidden"
    >
      {nextCursor !== null && (
        <ButtonLink href={peoplePage.href(query, { cursor: nextCursor })} prefetch={false}>
          More
        </ButtonLink>
      )}
      {query.cursor !== "" && (
        <Link href={peoplePage.href(query)} className="min-h-6 content-center hover:text-ink hover:underline">
          Back to the first page
        </Link>
      )}
    </nav>
  );
}
