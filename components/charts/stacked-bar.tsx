import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { CHART_FILL, CHART_TONE, type ChartFill, type ChartTone } from "./chart-tone";

/** One part of a whole. */
export interface BarSegment {
  label: string;
  count: number;
  /** The count as it is written in the legend; plain when left out. */
  written?: ReactNode;
  tone: ChartTone;
  fill?: ChartFill | undefined;
  /** What is in this part, as a list. */
  href?: string | undefined;
}

interface StackedBarProps {
  /** What is distributed, for those who listen. */
  label: string;
  segments: readonly BarSegment[];
}

/** A whole in its parts, in the order given; the legend under it is the table of the same counts. */
export function StackedBar({ label, segments }: StackedBarProps) {
  const words = segments.map((segment) => `${segment.count} ${segment.label.toLowerCase()}`).join(", ");
  const some = segments.filter((segment) => segment.count > 0);
  return (
    <div>
      <div role="img" aria-label={`${label}: ${words}`} className="flex h-6.5 gap-0.5">
        {some.map((segment) => (
          <span
            key={segment.label}
            style={{ flexGrow: segment.count }}
            className={classNames(
              "min-w-1.5 basis-0 rounded-sm",
              CHART_TONE[segment.tone],
              CHART_FILL[segment.fill ?? "solid"],
            )}
          />
        ))}
        {some.length === 0 && <span className="w-full rounded-sm text-line outlined" />}
      </div>
      <ul className="mt-3.5 grid gap-0.5">
        {segments.map((segment) => (
          <li key={segment.label} className="flex min-h-6 items-center gap-2.25">
            <span
              aria-hidden="true"
              className={classNames(
                "size-2.75 rounded-[3px]",
                CHART_TONE[segment.tone],
                CHART_FILL[segment.fill ?? "solid"],
              )}
            />
            {segment.href === undefined ? (
              <span>{segment.label}</span>
            ) : (
              <Link href={segment.href} className="min-h-6 content-center hover:underline">
                {segment.label}
              </Link>
            )}
            <b className="ml-auto tabular-nums">{segment.written || segment.count}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
