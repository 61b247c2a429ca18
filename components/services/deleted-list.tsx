import { LinkedSentence } from "@/components/figure/linked-sentence";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RESTORE_DAYS } from "@/lib/domain/restoration";
import { counted } from "@/lib/domain/words";
import { isNarrowed } from "../address/choice-query";
import { ChoiceChips } from "../filters/choice-chips";
import { type ChoiceFrame, ChoiceToolbar } from "../filters/choice-toolbar";
import type { ListChoices } from "../filters/filter-options";
import { SearchCarrier } from "../filters/search-carrier";
import { DeletedTable, type DeletedTableProps } from "./deleted-table";
import { ListFooter } from "./list-footer";
import { type ListQuery, listHref } from "./list-query";

interface DeletedListProps extends DeletedTableProps {
  query: ListQuery;
  /** How many the filters leave, on all pages. */
  count: number;
  nextCursor: string | null;
  choices: ListChoices;
}

/** Services deleted within the last thirty days, filtered, page by page. */
export function DeletedList({ query, count, nextCursor, choices, ...table }: DeletedListProps) {
  const narrowed = isNarrowed(query);
  const frame: ChoiceFrame = {
    query,
    choices,
    path: "/services",
    keep: [["deleted", "true"]],
    href: (change) => listHref(query, change),
  };
  return (
    <>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <LinkedSentence
          words={[{ text: deletedSentence(count, narrowed) }]}
          sub={`A deleted service keeps its answers and its history for ${RESTORE_DAYS} days, and counts nowhere meanwhile.`}
        />
        <ButtonLink href="/services">All services</ButtonLink>
      </div>
      <Card flush>
        {(count > 0 || narrowed) && (
          <SearchCarrier className="grid gap-2.5 border-b border-line px-4.5 py-3">
            <ChoiceToolbar {...frame} />
            <ChoiceChips {...frame} />
          </SearchCarrier>
        )}
        {table.rows.length > 0 ? (
          <DeletedTable {...table} />
        ) : narrowed ? (
          <EmptyState
            title="No deleted service matches these filters."
            action={<ButtonLink href="/services?deleted=true">Clear the filters</ButtonLink>}
          >
            Values of one filter widen the list, another filter narrows it.
          </EmptyState>
        ) : (
          <EmptyState
            title="Nothing to bring back."
            action={<ButtonLink href="/services">All services</ButtonLink>}
          >
            What is deleted shows up here for {RESTORE_DAYS} days.
          </EmptyState>
        )}
      </Card>
      <ListFooter query={query} nextCursor={nextCursor} retired={0} />
    </>
  );
}

function deletedSentence(count: number, narrowed: boolean): string {
  if (count > 0) {
    return `${counted(count, "deleted service")} ${narrowed ? "like that " : ""}can still be restored.`;
  }
  return narrowed ? "No deleted service is like that." : "No deleted service waits to be restored.";
}
