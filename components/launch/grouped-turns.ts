import type { Turn } from "@/lib/contracts/launch-parts";

/** As many decisions as are listed one by one. */
const FEW = 2;

/** A turn, and how many of its kind it stands for. */
export interface GroupedTurn {
  turn: Turn;
  count: number;
}

/** The turns of a launch; decisions about gaps that are many in one line, since their list stands beside. */
export function groupedTurns(turns: readonly Turn[]): GroupedTurn[] {
  const decisions = turns.filter(({ what }) => what === "dispose");
  const [first] = decisions;
  if (!first || decisions.length <= FEW) return turns.map((turn) => ({ turn, count: 1 }));
  const all = { ...first, service: null, question: null };
  return [
    { turn: all, count: decisions.length },
    ...turns.filter(({ what }) => what !== "dispose").map((turn) => ({ turn, count: 1 })),
  ];
}
