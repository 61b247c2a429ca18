import { waiversPage } from "@/components/addresses/pages";
import { Avatar } from "@/components/ui/avatar";
import { DateText } from "@/components/ui/date-text";
import { dayText } from "@/components/ui/days";
import { Link } from "@/components/ui/link";
import { END_TEXT } from "@/components/waivers/waiver-words";
import type { WaiverEvent } from "@/lib/contracts/waivers";
import { renewalWords } from "@/lib/domain/waiver";
import { AnswerTexts } from "./answer-attribution";

interface WaiverLineProps {
  service: string;
  step: WaiverEvent;
  /** What the question is called; undefined when it is no longer asked. */
  title: string | undefined;
  timeZone: string;
  /** The day of the step, YYYY-MM-DD. */
  today: string;
}

/** What happened to a waiver, as a line of a service's history. */
export function WaiverLine({ service, step, title, timeZone, today }: WaiverLineProps) {
  const { at, by, reason } = step;
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 border-t border-line py-1.5 md:grid-cols-[2.75rem_9rem_5rem_minmax(0,1fr)] md:gap-x-3 print:grid-cols-[2.5rem_11rem_6rem_minmax(0,1fr)] print:py-0.5">
      <span className="min-h-6 content-center self-start text-sm text-ink-3">
        <DateText value={at} timeZone={timeZone} look="clock" />
      </span>
      <span className="flex min-h-6 min-w-0 items-center gap-1.5 self-start">
        {by === null ? (
          <span className="text-ink-3">by itself</span>
        ) : (
          <>
            <Avatar id={by.id} name={by.name} size="small" decorative />
            <bdi className="min-w-0 [overflow-wrap:anywhere]">{by.name}</bdi>
          </>
        )}
      </span>
      <span className="min-h-6 content-center self-start text-sm text-ink-3 max-md:col-start-2 print:col-start-auto">
        waiver
      </span>
      <div className="min-w-0 max-md:col-start-2 print:col-start-auto">
        <Link
          href={`${waiversPage.href({}, { service: [service] })}#${step.waiver}`}
          className="inline-block min-h-6 content-center text-pretty hover:underline"
        >
          {wordsOf(step, today)}: <bdi>{title ?? step.question}</bdi>
        </Link>
        <AnswerTexts reason={reason} evidence={[]} />
      </div>
    </li>
  );
}

/** What happened, in words. */
export function wordsOf({ event, until, renewal, endCause }: WaiverEvent, today: string): string {
  const day = until === null ? "" : ` until ${dayText(until, today)}`;
  const again = renewalWords(renewal);
  switch (event) {
    case "asked":
      return `Asked to accept the risk${day}${again === null ? "" : `, ${again.toLowerCase()}`}`;
    case "granted":
      return `Risk accepted${day}${again === null ? "" : `, ${again.toLowerCase()}`}`;
    case "refused":
      return "Waiver refused";
    case "withdrawn":
      return "Request withdrawn";
    default:
      return `${event === "lapsed" ? "Request lapsed" : "Risk no longer accepted"}${endCause === null ? "" : `, ${END_TEXT[endCause]}`}`;
  }
}
