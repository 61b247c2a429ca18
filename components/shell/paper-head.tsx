import { formatTime } from "@/components/ui/format-time";

interface PaperHeadProps {
  organisation: string;
  /** The day that the page speaks of, YYYY-MM-DD. */
  day: string;
  past: boolean;
}

/** The line that tops a page on paper: whose it is, and of which day. */
export function PaperHead({ organisation, day, past }: PaperHeadProps) {
  return (
    <p className="hidden justify-between border-b border-line pb-1 text-[0.6875rem] text-ink-3 print:mb-1.5 print:flex">
      <span>
        <bdi>{organisation}</bdi>: production readiness
      </span>
      <span>
        {past && "as it was on "}
        {formatTime(`${day}T00:00:00Z`, "UTC", "day")}
      </span>
    </p>
  );
}
