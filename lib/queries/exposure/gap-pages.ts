import "server-only";
import type { WorthGap } from "../../contracts/exposure";
import { inRankOrder, type PlacedGap } from "../../domain/gap-table";
import { isStorable } from "../../domain/text";
import type { Tier } from "../../domain/vocabulary";
import { inOrder, type RankableGap, worthAYear } from "../../domain/worth";
import { notACursor } from "../cursor";
import { type GapTable, presentGap } from "../portfolio/gap-table";

/**
 * A page of gaps by what they are worth (R8), after the one that a cursor names, wherever that would stand by now.
 * @throws AppError invalid_input for a cursor that was not given here
 */
export function pageOfGaps(
  { services, gaps }: GapTable,
  cursor: string | undefined,
  limit: number,
): { gaps: WorthGap[]; nextCursor: string | null } {
  const after = cursor ? readCursor(cursor) : null;
  const order = inOrder(worthAYear);
  const rankable = ({ gap, place }: PlacedGap): RankableGap => ({
    ...gap,
    service: services[place - 1]?.slug ?? "",
  });
  const page: PlacedGap[] = [];
  let more = false;
  for (const placed of inRankOrder(gaps, worthAYear)) {
    if (after && order(rankable(placed), after) <= 0) continue;
    more = page.length === limit;
    if (more) break;
    page.push(placed);
  }
  const last = page.at(-1);
  return {
    gaps: page.map((placed) => presentGap(placed, services)),
    nextCursor: more && last ? writeCursor(rankable(last)) : null,
  };
}

const writeCursor = ({ live, tier, question, service, ...gap }: RankableGap): string => {
  const { expectedLoss, incidentsPerYear, severity } = gap;
  return Buffer.from(
    JSON.stringify([live, expectedLoss, incidentsPerYear, severity, tier, question, service]),
  ).toString("base64url");
};

function readCursor(cursor: string): RankableGap {
  try {
    const read = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    const [live, expectedLoss, incidentsPerYear, severity, tier, question, service] = read;
    const numbers = [expectedLoss ?? 0, incidentsPerYear, severity, tier];
    if (
      read.length === 7 &&
      typeof live === "boolean" &&
      numbers.every((each) => typeof each === "number") &&
      [question, service].every((each) => typeof each === "string" && isStorable(each))
    ) {
      return {
        live,
        expectedLoss: expectedLoss as number | null,
        incidentsPerYear: incidentsPerYear as number,
        severity: severity as number,
        effortDays: 1,
        tier: tier as Tier,
        question: question as string,
        service: service as string,
      };
    }
  } catch {
    // falls through to the refusal below
  }
  throw notACursor();
}
