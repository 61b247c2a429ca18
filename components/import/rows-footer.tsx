import { Button } from "@/components/ui/button";
import { PAGE_ROWS } from "./use-rows";

interface RowsFooterProps {
  /** How many rows there are in all. */
  count: number;
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

/** Which of the rows are on this page, and the way to the others; nothing where one page is enough. */
export function RowsFooter({ count, page, pages, onPage }: RowsFooterProps) {
  const first = page * PAGE_ROWS + 1;
  const last = Math.min(count, first + PAGE_ROWS - 1);
  const go = (to: number) => {
    onPage(to);
    document.getElementById("rows")?.scrollIntoView();
  };
  return (
    <>
      <p role="status" className="sr-only">
        {count === 0 ? "No rows" : `Rows ${first} to ${last} of ${count}`}
      </p>
      {pages > 1 && (
        <nav
          aria-label="Pages of rows"
          className="flex items-center gap-3 border-t border-line px-4.5 py-2.5"
        >
          <Button disabled={page === 0} onClick={() => go(page - 1)}>
            Before
          </Button>
          <Button disabled={page === pages - 1} onClick={() => go(page + 1)}>
            Next
          </Button>
          <span aria-hidden="true" className="text-sm text-ink-3 tabular-nums">
            {first.toLocaleString("en")}–{last.toLocaleString("en")} of {count.toLocaleString("en")}
          </span>
        </nav>
      )}
    </>
  );
}
