import { type ListQuery, servicesPage } from "@/components/addresses/pages";
import { Pager, PagerLink } from "@/components/ui/pager";
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
    <Pager
      label="More services"
      next={nextCursor === null ? null : servicesPage.href(query, { cursor: nextCursor })}
      first={query.cursor === "" ? null : servicesPage.href(query)}
      className="mt-3"
    >
      <span className="flex flex-wrap gap-x-4 md:ml-auto">
        {retired > 0 && query.lifecycle.length === 0 && (
          <PagerLink href={servicesPage.href(query, { lifecycle: ["retired"] })}>
            {counted(retired, "retired service")}
          </PagerLink>
        )}
        {!query.deleted && <PagerLink href="/services?deleted=true">Deleted services</PagerLink>}
      </span>
    </Pager>
  );
}
