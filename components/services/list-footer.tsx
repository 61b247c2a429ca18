import Link from "next/link";
import { type ListQuery, servicesPage } from "@/components/addresses/pages";
import { ButtonLink } from "@/components/ui/button-link";
import { counted } from "@/lib/domain/words";

interface ListFooterProps {
  query: ListQuery;
  nextCursor: string | null;
  /** Retired services that the other filters leave, while they are not listed. */
  retired: number;
}

/** The way to the rest: the next page, the retired, the deleted. */
export function ListFooter({ query, nextCursor, retired }: ListFooterProps) {
  return (
    <nav
      aria-label="More services"
      className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-3 print:hidden"
    >
      {nextCursor !== null && (
        <ButtonLink href={servicesPage.href(query, { cursor: nextCursor })} prefetch={false}>
          More
        </ButtonLink>
      )}
      {query.cursor !== "" && (
        <Link
          href={servicesPage.href(query)}
          className="min-h-6 content-center hover:text-ink hover:underline"
        >
          Back to the first page
        </Link>
      )}
      <span className="flex flex-wrap gap-x-4 md:ml-auto">
        {retired > 0 && query.lifecycle.length === 0 && (
          <Link
            href={servicesPage.href(query, { lifecycle: ["retired"] })}
            className="min-h-6 content-center hover:text-ink hover:underline"
          >
            {counted(retired, "retired service")}
          </Link>
        )}
        {!query.deleted && (
          <Link
            href="/services?deleted=true"
            className="min-h-6 content-center hover:text-ink hover:underline"
          >
            Deleted services
          </Link>
        )}
      </span>
    </nav>
  );
}
