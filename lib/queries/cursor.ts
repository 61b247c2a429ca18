import "server-only";
import { AppError } from "../domain/errors";
import { isStorable, isUuid } from "../domain/text";

/** Where a page of a list ends: the value that it is sorted by, and the id that breaks ties. */
export interface Position {
  value: string;
  id: string;
}

/** A position as the opaque text that a caller sends back. */
export const writeCursor = ({ value, id }: Position): string =>
  Buffer.from(JSON.stringify([value, id])).toString("base64url");

/** The position that a cursor stands for. @throws AppError invalid_input for what writeCursor did not make */
export function readCursor(cursor: string): Position {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (typeof value === "string" && isStorable(value) && typeof id === "string" && isUuid(id)) {
      return { value, id };
    }
  } catch {
    // falls through to the refusal below
  }
  throw notACursor();
}

/** The instant and id of a list that is sorted by when its rows were made. @throws AppError invalid_input */
export function readInstantCursor(cursor: string): { at: Date; id: string } {
  const { value, id } = readCursor(cursor);
  const at = new Date(value);
  // In no other spelling: years beyond 9999 are no instants of Postgres.
  if (Number.isNaN(at.getTime()) || at.toISOString() !== value || !/^\d{4}-/.test(value)) throw notACursor();
  return { at, id };
}

/**
 * A page of a list, from one row more than it may have.
 * @param position of a row, where the next page would go on after it
 */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  position: (row: Row) => Position,
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last ? writeCursor(position(last)) : null };
}

/** The first of some in an order, without sorting all of them. */
export function firstIn<T>(all: Iterable<T>, order: (a: T, b: T) => number, most: number): T[] {
  let first: T[] = [];
  let last: T | undefined;
  for (const each of all) {
    if (last !== undefined && order(each, last) > 0) continue;
    first.push(each);
    if (first.length < 4 * most) continue;
    first = first.sort(order).slice(0, most);
    last = first.at(-1);
  }
  return first.sort(order).slice(0, most);
}

/** The refusal of a cursor that no page gave. */
export function notACursor(): AppError {
  const message = "Use the nextCursor of the page before.";
  return new AppError("invalid_input", {
    message: `cursor: ${message}`,
    fields: [{ field: "cursor", message }],
  });
}
