import { score } from "./score";
import { type AnswerState, AREAS, type Area } from "./vocabulary";

/** One area of one service: its score (S3) and how many applicable questions have each effective verdict. */
export interface AreaReadiness extends Record<AnswerState, number> {
  area: Area;
  score: number | null;
}

/** The ten areas of a service, in their fixed order. @param items applicable questions, effective verdicts */
export function areas(
  items: readonly { area: Area; weight: number; verdict: AnswerState }[],
): AreaReadiness[] {
  return AREAS.map((area) => {
    const inArea = items.filter((item) => item.area === area);
    const counts = { yes: 0, partly: 0, no: 0, unclear: 0, unanswered: 0, not_applicable: 0 };
    for (const item of inArea) counts[item.verdict] += 1;
    return { area, score: score(inArea), ...counts };
  });
}

/**
 * The one verdict that a heat map shows for an area: what most needs a look. Nothing counts → not applicable; nothing
 * answered → unanswered; any no → no; any unclear or unanswered → unclear, which weigh the same; all yes → yes; else
 * partly.
 */
export function areaVerdict(area: Omit<AreaReadiness, "area" | "score">): AnswerState {
  const counting = area.yes + area.partly + area.no + area.unclear + area.unanswered;
  if (counting === 0) return "not_applicable";
  if (area.unanswered === counting) return "unanswered";
  if (area.no > 0) return "no";
  if (area.unclear + area.unanswered > 0) return "unclear";
  return area.partly === 0 ? "yes" : "partly";
}
