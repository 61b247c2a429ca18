import type { LaunchGap } from "@/lib/contracts/launch-parts";
import type { Launch } from "@/lib/contracts/launches";
import { dayAfter, dayOf } from "@/lib/domain/as-of";
import { ACCEPT_DAYS } from "@/lib/domain/launch/conditions";

/** Why an answer should be looked at before a meeting. */
const LACKS = ["unanswered", "stale", "soon_stale", "unclear"] as const;
export type Lack = (typeof LACKS)[number];

export const LACK_TEXT: Record<Lack, string> = {
  unanswered: "Unanswered",
  stale: "Stale",
  soon_stale: "Stale soon",
  unclear: "Unclear",
};

/** An answer that is missing, unclear, or too old to decide by. */
export interface ToPrepare {
  gap: LaunchGap;
  lack: Lack;
  /** Ids of who could answer: who is to fix it, and who answered last; nobody in particular when empty. */
  people: readonly string[];
}

/** What an answer lacks; null when it can be decided by. @param until a day, YYYY-MM-DD: what goes stale before it does so soon */
function lackOf(gap: LaunchGap, until: string, timeZone: string): Lack | null {
  if (gap.given === "unanswered") return "unanswered";
  if (gap.stale) return "stale";
  if (gap.staleAt !== null && dayOf(new Date(gap.staleAt), timeZone) < until) return "soon_stale";
  return gap.verdict === "unclear" ? "unclear" : null;
}

/** What is to be answered before a meeting, blockers first: what it is about is known then, and nobody guesses (L2). */
export function toPrepare(
  {
    gaps,
    agendaAnswers,
    targetDate,
    people,
  }: Pick<Launch, "gaps" | "agendaAnswers" | "targetDate" | "people">,
  timeZone: string,
): ToPrepare[] {
  const until = dayAfter(targetDate, ACCEPT_DAYS);
  const isThere = (id: string | null): id is string => id !== null && people[id]?.disabled === false;
  const found = [...gaps, ...agendaAnswers].flatMap((gap): ToPrepare[] => {
    const lack = lackOf(gap, until, timeZone);
    return lack === null
      ? []
      : [{ gap, lack, people: [...new Set([gap.owner, gap.savedBy].filter(isThere))] }];
  });
  const rank = ({ gap, lack }: ToPrepare) => (gap.critical ? 0 : LACKS.length) + LACKS.indexOf(lack);
  return found.sort((a, b) => rank(a) - rank(b));
}
