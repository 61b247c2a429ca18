import "server-only";
import type { ExportChoice } from "../../contracts/exports";
import type { Moment } from "../past/moment";

/** A column of a table. */
export interface Column {
  /** What an import takes is the name of its field. */
  name: string;
  /**
   * What its cells are where a format knows more than text: numbers, amounts of money, days (YYYY-MM-DD), instants (ISO
   * 8601), yes or no, links (see COLUMN_TEXT.links).
   */
  kind: "text" | "number" | "money" | "day" | "instant" | "boolean" | "link";
  /** In characters, for formats that have widths. */
  width: number;
}

/** A page of an export, to be written in one way or the other: item by item, so that little is held at a time. */
export interface ExportPart {
  /** Each item as the cells of a row, in the order of the columns; empty where there is nothing. */
  cells(): Iterable<string[]>;
  /** Each item as JSON on one line. */
  json(): Iterable<string>;
}

/** Who exports what. */
export interface ExportAsked {
  choice: ExportChoice;
  /** Whom "me" means. */
  me: string;
  /** Now, or the earlier instant that is asked about (H3). */
  moment: Pick<Moment, "at" | "past">;
}

/** Something that can be exported: read a page at a time, written as a table or as JSON. */
export interface Export {
  /** The name of its sheet. */
  title: string;
  columns: readonly Column[];
  pages(asked: ExportAsked): AsyncGenerator<ExportPart>;
}

const WIDTH: Record<Column["kind"], number> = {
  ...{ text: 18, number: 10, money: 14, day: 12, instant: 18, boolean: 9, link: 40 },
};

/** Columns by name: a kind, or text of a width in characters. */
export function columnsOf(
  columns: Readonly<Record<string, Exclude<Column["kind"], "text"> | number>>,
): Column[] {
  return Object.entries(columns).map(([name, is]) =>
    typeof is === "number"
      ? { name, kind: "text", width: is }
      : { name, kind: is, width: Math.max(WIDTH[is], name.length + 1) },
  );
}

/** The export of plain objects. @param shown what each column shows of an item, in their order */
export function exportOf<T>(
  { title, columns }: Pick<Export, "title" | "columns">,
  read: (asked: ExportAsked) => AsyncGenerator<T[]>,
  shown: readonly ((item: T) => string | number | boolean | null)[],
): Export {
  return {
    title,
    columns,
    async *pages(asked) {
      for await (const items of read(asked)) {
        yield {
          cells: () => items.map((item) => shown.map((show) => String(show(item) ?? ""))),
          json: () => items.map((item) => JSON.stringify(item)),
        };
      }
    },
  };
}
