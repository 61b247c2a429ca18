import { classNames } from "./class-names";

const TONE = { ink: "bg-ink-3", good: "bg-yes", brass: "bg-brass", bad: "bg-no" } as const;

interface MeterProps {
  /** 0 to `max`; beyond is drawn as full. */
  value: number;
  max?: number | undefined;
  tone?: keyof typeof TONE | undefined;
  /** Width class; 64 px when not said. */
  className?: string | undefined;
}

/** A thin bar beside a figure that says the same: always with the figure, so it is hidden from those who listen. */
export function Meter({ value, max = 100, tone = "ink", className = "w-16" }: MeterProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "inline-block h-1.25 overflow-hidden rounded-full bg-line align-[2px]",
        className,
      )}
    >
      <span
        className={classNames("block h-full rounded-full", TONE[tone])}
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}
