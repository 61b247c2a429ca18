import { classNames } from "@/components/ui/class-names";
import { CHART_GROUND, CHART_TONE, type ChartTone } from "./chart-tone";
import {
  type LossFrame,
  type LossPoint,
  lossArea,
  lossFrame,
  lossLine,
  lossTicks,
  lossToX,
} from "./loss-geometry";

/** One curve: how likely a year is to lose more. */
export interface LossSeries {
  name: string;
  points: readonly LossPoint[];
  tone: ChartTone;
  filled?: boolean | undefined;
  /** For what is compared with: drawn thin and broken. */
  dashed?: boolean | undefined;
}

/** A named point; its words stand after it, a line higher where another one follows close by. */
export interface LossMark extends LossPoint {
  label: string;
  raised?: boolean | undefined;
}

interface LossCurveProps {
  /** The curve in one sentence, for those who listen. */
  label: string;
  series: readonly LossSeries[];
  /** Points to name: each stands on the last curve. */
  marks?: readonly LossMark[] | undefined;
  /** Writes a loss for people. */
  format: (loss: number) => string;
  /** Class of the plot's height. */
  height?: string | undefined;
  ticks?: number | undefined;
}

/** How likely a year is to cost more than an amount, on a logarithmic axis. The plane stretches, the words do not. */
export function LossCurve({ label, series, marks = [], format, height = "h-44", ticks = 6 }: LossCurveProps) {
  const frame = lossFrame(series.map(({ points }) => points));
  if (frame === null) return <p className="py-6 text-ink-3">A year is expected to cost nothing.</p>;
  return (
    <div role="img" aria-label={label} className="grid grid-cols-[2.25rem_1fr] gap-x-1.5">
      <div aria-hidden="true" className={classNames("relative text-right text-2xs text-ink-3", height)}>
        {[100, 50, 0].map((percent) => (
          <span
            key={percent}
            className="absolute right-0 -translate-y-1/2"
            style={{ top: `${100 - percent}%` }}
          >
            {percent}%
          </span>
        ))}
      </div>
      <div className={classNames("relative", height)}>
        <Plane frame={frame} series={series} />
        {marks.map((mark) => (
          <Mark key={mark.label} frame={frame} mark={mark} />
        ))}
      </div>
      <span />
      <div aria-hidden="true" className="relative mt-1.5 h-4 text-2xs text-ink-3">
        {lossTicks(frame, ticks).map((loss) => {
          const x = lossToX(frame, loss);
          return (
            <span
              key={loss}
              className={classNames(
                "absolute whitespace-nowrap",
                x > 6 && (x > 94 ? "-translate-x-full" : "-translate-x-1/2"),
              )}
              style={{ left: `${x}%` }}
            >
              {format(loss)}
            </span>
          );
        })}
      </div>
    </div>
  );
}

function Plane({ frame, series }: { frame: LossFrame; series: readonly LossSeries[] }) {
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
      aria-hidden="true"
    >
      {series.map(
        (one) =>
          one.filled && (
            <path key={one.name} d={lossArea(frame, one.points)} className={CHART_GROUND[one.tone]} />
          ),
      )}
      <path d="M0 0H100M0 50H100M0 100H100" className="stroke-line" vectorEffect="non-scaling-stroke" />
      {series.map((one) => (
        <path
          key={one.name}
          d={lossLine(frame, one.points)}
          fill="none"
          stroke="currentColor"
          strokeWidth={one.dashed ? 1.3 : 2}
          strokeDasharray={one.dashed ? "4 3" : undefined}
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
          className={CHART_TONE[one.tone]}
        />
      ))}
    </svg>
  );
}

/** A point of the curve with its words. */
function Mark({ frame, mark }: { frame: LossFrame; mark: LossMark }) {
  const x = lossToX(frame, mark.loss);
  return (
    <span className="absolute" style={{ left: `${x}%`, top: `${100 * (1 - mark.probability)}%` }}>
      <span className="absolute -mt-1 -ml-1 size-2 rounded-full bg-brass ring-2 ring-card" />
      <span
        className={classNames(
          "absolute text-xs font-strong whitespace-nowrap text-ink",
          mark.raised ? "bottom-5" : "bottom-1",
          x > 84 ? "right-1.5 text-right" : "left-1.5",
        )}
      >
        {mark.label}
      </span>
    </span>
  );
}
