import { CHART_FILL, CHART_TONE, type ChartFill, type ChartTone } from "@/components/charts/chart-tone";
import { classNames } from "@/components/ui/class-names";
import type { Summary } from "@/lib/domain/standing";
import { STANDINGS, type Standing } from "@/lib/domain/vocabulary";

const LOOK: Record<Standing, { tone: ChartTone; fill: ChartFill; word: string }> = {
  production_ready: { tone: "good", fill: "solid", word: "ready" },
  ready_with_accepted_risks: { tone: "good", fill: "hatched", word: "ready, risks accepted" },
  working: { tone: "brass", fill: "solid", word: "working" },
  unassessed: { tone: "faint", fill: "outlined", word: "unassessed" },
};

interface StandingStripProps {
  summary: Summary;
  /** Services of the largest team beside it: its strip fills the width. */
  most: number;
}

/** Where a team's services stand: a bar as long as they are many, and the same counts in words. */
export function StandingStrip({ summary, most }: StandingStripProps) {
  const some = STANDINGS.filter((standing) => summary.byStanding[standing] > 0);
  if (some.length === 0)
    return <span className="inline-block min-h-6 content-center text-ink-3">No service yet</span>;
  return (
    <span className="block min-w-40 md:pt-1.75">
      <span
        aria-hidden="true"
        className="flex h-2.5 gap-[1.5px]"
        style={{ width: `${Math.max(6, (100 * summary.services) / most)}%` }}
      >
        {some.map((standing) => (
          <span
            key={standing}
            style={{ flexGrow: summary.byStanding[standing] }}
            className={classNames(
              "min-w-1 basis-0 rounded-[2px]",
              CHART_TONE[LOOK[standing].tone],
              CHART_FILL[LOOK[standing].fill],
            )}
          />
        ))}
      </span>
      <span className="mt-1 block text-sm text-ink-3">
        {some.map((standing) => `${summary.byStanding[standing]} ${LOOK[standing].word}`).join(" · ")}
      </span>
    </span>
  );
}
