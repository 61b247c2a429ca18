import { localDay } from "@/components/ui/days";
import type { Entry } from "@/lib/contracts/answers";
import type { Changes } from "@/lib/contracts/changes";
import type { WaiverEvent } from "@/lib/contracts/waivers";

type Gap = Changes["gaps"]["opened"][number];

/** Gaps that opened and closed on one day without an answer or a waiver: by ageing, by new facts, by another checklist. */
export interface GapsMoved {
  /** When the last of them did. */
  at: string;
  cause: Gap["cause"];
  opened: readonly Gap[];
  closed: readonly Gap[];
}

export type TimelineLine = Entry | WaiverEvent | GapsMoved;

/** One line for each day and reason. What answers and waivers did is told by lines of their own. */
export function gapsMoved({ opened, closed }: Changes["gaps"], timeZone: string): GapsMoved[] {
  const found = new Map<string, GapsMoved & { opened: Gap[]; closed: Gap[] }>();
  for (const [kind, gaps] of [["opened", opened] as const, ["closed", closed] as const]) {
    for (const gap of gaps) {
      if (gap.cause === "answer" || gap.cause === "waiver") continue;
      const name = `${localDay(new Date(gap.at), timeZone)} ${gap.cause}`;
      const moved = found.get(name) ?? { at: gap.at, cause: gap.cause, opened: [], closed: [] };
      if (gap.at > moved.at) moved.at = gap.at;
      moved[kind].push(gap);
      found.set(name, moved);
    }
  }
  return [...found.values()];
}

/** Everything in one row, newest first; what ended by an answer stands above it. */
export const newestFirst = (...lists: readonly (readonly TimelineLine[])[]): TimelineLine[] =>
  lists.flat().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
