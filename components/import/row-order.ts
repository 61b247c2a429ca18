import { fold, type ImportAction, type ImportRow } from "@/lib/domain/import-rows";

/** Which rows are looked at. */
export interface RowChoice {
  /** null: all. */
  show: ImportAction | null;
  q: string;
}

export const ALL_ROWS: RowChoice = { show: null, q: "" };

/** An order that stays while rows are mended, so that none moves away from under a hand. */
export interface RowOrder {
  keys: readonly string[];
  /** Rows that could not be imported when the order was made. */
  errors: ReadonlySet<string>;
}

const fits = (row: ImportRow, { show, q }: RowChoice): boolean =>
  (show === null || row.action === show) &&
  (q.trim() === "" || fold(`${row.name} ${row.key}`).includes(fold(q)));

/** The rows that fit a choice: those to mend first, then as in the file. */
export function arrange(rows: readonly ImportRow[], choice: RowChoice): RowOrder {
  const chosen = rows.filter((row) => fits(row, choice));
  const errors = chosen.filter((row) => row.action === "error");
  const others = chosen.filter((row) => row.action !== "error");
  return {
    keys: [...errors, ...others].map(({ key }) => key),
    errors: new Set(errors.map(({ key }) => key)),
  };
}

/** The rows of an order as they are now; those that are new and fit stand at the end. */
export function present(order: RowOrder, rows: readonly ImportRow[], choice: RowChoice): ImportRow[] {
  const now = new Map(rows.map((row) => [row.key, row]));
  const before = new Set(order.keys);
  const kept = order.keys.flatMap((key) => now.get(key) ?? []);
  return [...kept, ...rows.filter((row) => !before.has(row.key) && fits(row, choice))];
}
