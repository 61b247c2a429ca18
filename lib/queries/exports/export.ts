import "server-only";
import type { ExportChoice } from "../../contracts/exports";
import type { ServiceChoice } from "../../domain/filters";
import type { Snapshot } from "../../snapshot/snapshot";

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
  /** The services that it is about. */
  services: ServiceChoice;
  /** Now, or the earlier instant that is asked about (H3). */
  snapshot: Snapshot;
  /** Names of the only columns, or members of JSON, that are wanted, in their order; null for all. */
  fields: readonly string[] | null;
}

/** Whether any of some columns or members is wanted: what nobody wants is not read. */
export const wants = ({ fields }: Pick<ExportAsked, "fields">, ...names: readonly string[]): boolean =>
  fields === null || names.some((name) => fields.includes(name));

/** Something that can be exported: read a page at a time, written as a table or as JSON. */
export interface Export {
  /** The name of its sheet. */
  title: string;
  columns: readonly Column[];
  /** What its items are as JSON, by name. */
  members: readonly string[];
  pages(asked: ExportAsked): AsyncGenerator<ExportPart>;
}

const WIDTH: Record<Column["kind"], number> = {
  ...{ text: 18, number: 10, money: 14, day: 12, instant: 18, boolean: 9, link: 40 },
};

type Is = Exclude<Column["kind"], "text"> | number;

/** Columns by name: a kind, or text of a width in characters. */
export const columnsOf = (columns: Readonly<Record<string, Is>>): Column[] =>
  Object.entries(columns).map(([name, is]) =>
    typeof is === "number"
      ? { name, kind: "text", width: is }
      : { name, kind: is, width: Math.max(WIDTH[is], name.length + 1) },
  );

/** The members of plain objects, written as JSON. */
export const plainMembers = <Item extends object>(
  names: readonly (keyof Item & string)[],
): Record<string, (item: Item) => string> =>
  Object.fromEntries(names.map((name) => [name, (item: Item) => JSON.stringify(item[name])]));

/** An export of items of a kind. */
export function exportOf<Item>({
  title,
  columns,
  members,
  read,
}: {
  title: string;
  /** What each column is, and what it shows of an item. */
  columns: Readonly<
    Record<string, readonly [is: Is, show: (item: Item) => string | number | boolean | null]>
  >;
  /** What each member of an item is, as JSON: quicker than JSON.stringify, since there are hundreds of thousands of items. */
  members: Readonly<Record<string, (item: Item) => string>>;
  /** Items may be the same object, filled anew: each is written before the next one is asked for. */
  read(asked: ExportAsked): AsyncGenerator<Iterable<Item>>;
}): Export {
  return {
    title,
    columns: columnsOf(Object.fromEntries(Object.entries(columns).map(([name, [is]]) => [name, is]))),
    members: Object.keys(members),
    async *pages(asked) {
      const shown = (asked.fields ?? Object.keys(columns)).flatMap((name) => columns[name]?.[1] ?? []);
      const written = (asked.fields ?? Object.keys(members)).flatMap((name, index) => {
        const write = members[name];
        return write ? [{ start: `${index === 0 ? "{" : ","}"${name}":`, write }] : [];
      });
      for await (const items of read(asked)) {
        yield {
          *cells() {
            for (const item of items) yield shown.map((show) => String(show(item) ?? ""));
          },
          *json() {
            for (const item of items) {
              let line = "";
              for (const { start, write } of written) line += start + write(item);
              yield `${line}}`;
            }
          },
        };
      }
    },
  };
}
