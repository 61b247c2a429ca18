import { Fragment } from "react";
import { questionHref } from "@/components/gaps/gap-line";
import { CAUSE_TEXT } from "@/components/portfolio/words";
import { DateText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { counted } from "@/lib/domain/words";
import type { GapsMoved } from "./timeline-lines";

/** Gaps that a line names; of more it says how many there are. */
const NAMED = 3;

interface GapsMovedLineProps {
  service: string;
  moved: GapsMoved;
  /** An instant in the past, as an address has it; null for now. */
  asOf: string | null;
  timeZone: string;
}

/** Gaps that opened or closed without an answer, as a line of a service's history: which, and why. */
export function GapsMovedLine({ service, moved, asOf, timeZone }: GapsMovedLineProps) {
  const { at, cause, opened, closed } = moved;
  const all = [...opened, ...closed];
  const because =
    cause === "ageing" && all.length > 1 ? "answers were not confirmed in time" : CAUSE_TEXT[cause].because;
  const counts = [
    opened.length > 0 && `${counted(opened.length, "gap")} opened`,
    closed.length > 0 && `${counted(closed.length, "gap")} closed`,
  ].filter((each) => each !== false);
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 border-t border-line py-1.5 md:grid-cols-[2.75rem_9rem_5rem_minmax(0,1fr)] md:gap-x-3 print:grid-cols-[2.5rem_11rem_6rem_minmax(0,1fr)] print:py-0.5">
      <span className="min-h-6 content-center self-start text-sm text-ink-3">
        <DateText value={at} timeZone={timeZone} look="clock" />
      </span>
      <span className="min-h-6 content-center self-start text-ink-3">
        {cause === "ageing" ? "by itself" : CAUSE_TEXT[cause].name}
      </span>
      <span className="min-h-6 content-center self-start text-sm text-ink-3 max-md:col-start-2 print:col-start-auto">
        {opened.length === 0 ? "closed" : closed.length === 0 ? "opened" : "gaps"}
      </span>
      <div className="min-w-0 max-md:col-start-2 print:col-start-auto">
        {all.length <= NAMED ? (
          <p className="min-h-6 content-center text-pretty">
            {all.map(({ question, title }, index) => (
              <Fragment key={question}>
                {index > 0 && ", "}
                <Link href={questionHref(service, question, asOf)} className="hover:underline">
                  <bdi>{title}</bdi>
                </Link>
              </Fragment>
            ))}
          </p>
        ) : (
          <p className="min-h-6 content-center">{counts.join(", ")}</p>
        )}
        <p className="text-ink-2">Because {because}.</p>
      </div>
    </li>
  );
}
