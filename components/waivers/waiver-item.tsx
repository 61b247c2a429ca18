import { assessHref } from "@/components/addresses/pages";
import { DateText } from "@/components/ui/date-text";
import { dayText } from "@/components/ui/days";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import { Tag } from "@/components/ui/tag";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { WaiverRow } from "@/lib/contracts/waivers";
import type { Unit } from "@/lib/domain/amount-text";
import { WaiverActions } from "./waiver-actions";
import { renewalLine, STATE_TEXT, untilWords, worthWords } from "./waiver-words";

/** What all waivers of a page share. */
export interface WaiverFrame {
  /** YYYY-MM-DD where the organisation is. */
  today: string;
  timeZone: string;
  /** What losses are in; null before anybody set prices. */
  unit: Unit;
}

interface WaiverItemProps {
  waiver: WaiverRow;
  frame: WaiverFrame;
  /** Says of which service it is. */
  where?: boolean;
}

/** One waiver, or the request for one: what it is about, why, until when, who decided, and what can be done. */
export function WaiverItem({ waiver, frame, where = false }: WaiverItemProps) {
  const { today, timeZone, unit } = frame;
  const { name, tone } = STATE_TEXT[waiver.state];
  const worth = worthWords(waiver, unit);
  const isOpen = waiver.state === "requested" || waiver.state === "in_force";
  const renewal = renewalLine(waiver, waiver, unit);
  return (
    <li
      id={waiver.id}
      data-waiver={waiver.id}
      className="grid scroll-mt-16 gap-x-4 gap-y-2 border-t border-line px-4.5 py-3 first:border-t-0 target:bg-sunk md:grid-cols-[7.5rem_minmax(0,1fr)_auto] print:grid-cols-[7rem_minmax(0,1fr)] print:px-3 print:py-1"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 self-start md:grid md:justify-items-start">
        <Pill tone={tone}>{name}</Pill>
        <span className="text-sm text-ink-2">{untilWords(waiver, today)}</span>
      </div>
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <VerdictMark verdict={waiver.verdict} size="sm" />
          {waiver.number === "" ? (
            <bdi className="text-ink-2 [overflow-wrap:anywhere]">{waiver.title}</bdi>
          ) : (
            <Link
              href={assessHref(waiver.service, waiver.question)}
              className="min-h-6 content-center font-strong text-pretty hover:underline [overflow-wrap:anywhere]"
            >
              <bdi>{waiver.title}</bdi>
            </Link>
          )}
          {waiver.critical && <Tag>critical</Tag>}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm text-ink-3">
          {where && (
            <>
              <Link
                href={`/services/${waiver.service}`}
                className="min-h-6 content-center font-strong text-ink-2 hover:underline [overflow-wrap:anywhere]"
              >
                <bdi>{waiver.serviceName}</bdi>
              </Link>
              <Tag>tier {waiver.tier}</Tag>
            </>
          )}
          <span>
            asked by <bdi>{waiver.requestedBy.name}</bdi>
            {waiver.requestedBy.disabled && " (left)"} on{" "}
            <DateText value={waiver.requestedAt} timeZone={timeZone} look="day" />
          </span>
          {isOpen && worth !== null && <span>expected: {worth}</span>}
          {renewal !== null && <span className="font-strong text-partly">{renewal}</span>}
        </p>
        <p className="max-w-[62em] whitespace-pre-line [overflow-wrap:anywhere]">
          <bdi>{waiver.reason}</bdi>
        </p>
        {waiver.measure !== "" && (
          <p className="max-w-[62em] text-sm whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">
            Until then: <bdi>{waiver.measure}</bdi>
          </p>
        )}
        <Decided waiver={waiver} frame={frame} />
      </div>
      <WaiverActions
        waiver={{
          ...{ id: waiver.id, title: waiver.title, serviceName: waiver.serviceName, tier: waiver.tier },
          ...{ askedUntil: waiver.askedUntil, reason: waiver.reason, measure: waiver.measure },
          ...{ requestedBy: waiver.requestedBy, can: waiver.can },
        }}
        renewal={renewal}
        today={today}
      />
    </li>
  );
}

/** Who decided, and how it ended. */
function Decided({ waiver, frame: { timeZone, today } }: Pick<WaiverItemProps, "waiver" | "frame">) {
  const { decidedBy, decidedAt, decisionReason, soleDecider, state, endedBy, endedAt, endReason } = waiver;
  const ended = endedAt !== null && waiver.endCause !== "renewed";
  if (decidedBy === null && !ended) return null;
  return (
    <div className="grid gap-1 text-sm text-ink-2">
      {decidedBy !== null && decidedAt !== null && (
        <p className="[overflow-wrap:anywhere]">
          {state === "refused" ? "Refused" : "Accepted"} by <bdi>{decidedBy.name}</bdi> on{" "}
          <DateText value={decidedAt} timeZone={timeZone} look="day" />
          {waiver.until !== null && waiver.until !== waiver.askedUntil && (
            <>
              , until {dayText(waiver.until, today)} in place of {dayText(waiver.askedUntil, today)}
            </>
          )}
          {soleDecider && ", who asked for it: nobody else could decide"}
          {decisionReason === "" ? (
            "."
          ) : (
            <>
              : “<bdi className="whitespace-pre-line">{decisionReason}</bdi>”
            </>
          )}
        </p>
      )}
      {ended && (
        <p className="[overflow-wrap:anywhere]">
          {state === "withdrawn" ? "Withdrawn" : state === "lapsed" ? "Lapsed" : "Ended"} on{" "}
          <DateText value={endedAt} timeZone={timeZone} look="day" />
          {endedBy !== null && (
            <>
              {" "}
              by <bdi>{endedBy.name}</bdi>
            </>
          )}
          {endReason === "" ? (
            "."
          ) : (
            <>
              : “<bdi className="whitespace-pre-line">{endReason}</bdi>”
            </>
          )}
        </p>
      )}
    </div>
  );
}
