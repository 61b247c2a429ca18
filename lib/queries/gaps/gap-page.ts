import "server-only";
import { firstGaps, type GapPosition, type Sorting } from "../../domain/gap-page";
import type { AlikeGaps, PlacedGap } from "../../domain/gap-table";
import { isStorable } from "../../domain/text";
import { notACursor } from "../cursor";

/**
 * A page of gaps, after the one that a cursor names, wherever that would stand by now.
 * @param services by place, the first of place 1, by short name
 * @throws AppError invalid_input for a cursor that was not given here for a list that is sorted so
 */
export function pageOfGaps(
  gaps: readonly AlikeGaps[],
  services: readonly { slug: string }[],
  sorting: Sorting,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): { page: PlacedGap[]; nextCursor: string | null } {
  const slugs = services.map(({ slug }) => slug);
  const after = cursor === undefined ? null : readCursor(cursor, sorting);
  const found = firstGaps(gaps, slugs, sorting, after, limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: found.length > limit && last ? writeCursor(last, sorting, slugs) : null };
}

const writeCursor = (last: PlacedGap, sorting: Sorting, slugs: readonly string[]): string =>
  Buffer.from(
    JSON.stringify([...sorting.key(last), slugs[last.place - 1] ?? "", last.gap.question]),
  ).toString("base64url");

function readCursor(cursor: string, { shape }: Pick<Sorting, "shape">): GapPosition {
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
