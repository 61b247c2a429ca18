import { useMemo, useState } from "react";
import type { ImportRow } from "@/lib/domain/import-rows";
import { ALL_ROWS, arrange, present, type RowChoice, type RowOrder } from "./row-order";

/** How many rows stand on one page. */
export const PAGE_ROWS = 100;
/** So few rows to mend are opened by themselves. */
const OPENED = 10;

interface Kept {
  of: string;
  choice: RowChoice;
  order: RowOrder;
}

/**
 * The rows that are looked at: filtered, in an order that stays while they are mended, a page at a time.
 * @param of names the text and how it is read: with another one everything begins anew
 */
export function useRows(rows: readonly ImportRow[], of: string) {
  const [choice, choose] = useState<RowChoice>(ALL_ROWS);
  const [page, setPage] = useState(0);
  const [kept, setKept] = useState<Kept>(() => ({ of, choice, order: arrange(rows, choice) }));
  if (kept.of !== of || kept.choice !== choice) {
    setKept({ of, choice, order: arrange(rows, choice) });
    setPage(0);
  }
  const { order } = kept;
  const list = useMemo(() => present(order, rows, choice), [order, rows, choice]);
  const pages = Math.max(1, Math.ceil(list.length / PAGE_ROWS));
  const at = Math.min(page, pages - 1);
  return {
    choice,
    choose: (part: Partial<RowChoice>) => choose((before) => ({ ...before, ...part })),
    list,
    shown: list.slice(at * PAGE_ROWS, (at + 1) * PAGE_ROWS),
    page: at,
    pages,
    setPage,
    /** Whether a row is opened to be mended without being asked. */
    opens: (key: string) => kept.order.errors.size <= OPENED && kept.order.errors.has(key),
  };
}
