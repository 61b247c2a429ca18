import { CHART_FILL, CHART_TONE, type ChartFill, type ChartTone } from "@/components/charts/chart-tone";
import { classNames } from "@/components/ui/class-names";
import { STANDING_TEXT, type Standing } from "@/lib/domain/vocabulary";

const LOOK: Record<Standing, { tone: ChartTone; fill: ChartFill }> = {
  production_ready: { tone: "good", fill: "solid" },
  ready_with_accepted_risks: { tone: "good", fill: "hatched" },
  working: { tone: "brass", fill: "solid" },
  unassessed: { tone: "faint", fill: "outlined" },
};

/** A standing where there is no room for its words: the swatch of the legend. */
export function StandingSwatch({ standing, className }: { standing: Standing; className?: string }) {
  const { tone, fill } = LOOK[standing];
  return (
    <span
      role="img"
      aria-label={STANDING_TEXT[standing]}
      className={classNames("size-3 rounded-[3px]", CHART_TONE[tone], CHART_FILL[fill], className)}
    />
  );
}
