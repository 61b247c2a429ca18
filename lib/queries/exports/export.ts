import "server-only";
import type { PortfolioChoice } from "../../contracts/portfolio";

/** A page of an export, to be written in one way or the other. */
export interface ExportPart {
  /** Each item as the cells of a row, in the order of the headers. */
  cells(): string[][];
  /** Each item as JSON on one line. */
  json(): string[];
}

/** Something that can be exported: read a page at a time, written as a table or as JSON. */
export interface Export {
  /** Those that an import takes are the names of its fields. */
  headers: readonly string[];
  pages(choice: PortfolioChoice, now: Date): AsyncGenerator<ExportPart>;
}

/** The export of plain objects. @param columns what each header shows of an item */
export function exportOf<T>(
  read: (choice: PortfolioChoice, now: Date) => AsyncGenerator<T[]>,
  columns: Readonly<Record<string, (item: T) => string | number | null>>,
): Export {
  const shown = Object.values(columns);
  return {
    headers: Object.keys(columns),
    async *pages(choice, now) {
      for await (const items of read(choice, now)) {
        yield {
          cells: () => items.map((item) => shown.map((show) => String(show(item) ?? ""))),
          json: () => items.map((item) => JSON.stringify(item)),
        };
      }
    },
  };
}
