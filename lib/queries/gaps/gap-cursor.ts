import "server-only";
import type { GapPosition, Sorting } from "../../domain/gap-page";
import type { PlacedGap } from "../../domain/gap-table";
import { isStorable } from "../../domain/text";
import { notACursor } from "../cursor";

/** Where a page of gaps ended, as the opaque text that a caller sends back. @param slugs of the services, by place */
export const writeGapCursor = (last: PlacedGap, sorting: Sorting, slugs: readonly string[]): string =>
  Buffer.from(
    JSON.stringify([...sorting.key(last), slugs[last.place - 1] ?? "", last.gap.question]),
  ).toString("base64url");

/**
 * The position that a cursor stands for.
 * @throws AppError invalid_input for what writeGapCursor did not make of a list that is sorted so
 */
export function readGapCursor(cursor: string, { shape }: Pick<Sorting, "shape">): GapPosition {
  try {
    const read = JSON.parse(Buffer.from(cursor, "base64url").toString()) as (number | string)[];
    const kinds = [...shape, "string", "string"];
    const isOurs =
      Array.isArray(read) &&
      read.length === kinds.length &&
      read.every(
        (part, index) => typeof part === kinds[index] && (typeof part === "number" || isStorable(part)),
      );
    if (isOurs) {
      const [service, question] = read.slice(-2).map(String);
      return { key: read.slice(0, -2), service: service ?? "", question: question ?? "" };
    }
  } catch {
    // falls through to the refusal below
  }
  throw notACursor();
}
