import { questionHref } from "@/components/gaps/gap-line";
import { Avatar } from "@/components/ui/avatar";
import { DateText } from "@/components/ui/date-text";
import { localDay } from "@/components/ui/days";
import { formatTime } from "@/components/ui/format-time";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { Entry } from "@/lib/contracts/answers";
import { VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { AnswerAttribution, AnswerTexts } from "./answer-attribution";
import { GapsMovedLine } from "./gaps-moved-line";
import type { TimelineLine } from "./timeline-lines";
import { WaiverLine } from "./waiver-line";

const BRIEF = "print:gap-1.5 print:[&_[data-evidence]]:hidden print:[&_[data-reason]]:line-clamp-1 ";

interface TimelineProps {
  service: string;
  /** Newest first. */
  lines: readonly TimelineLine[];
  /** What each question is called, by key; a question that is no longer asked shows its key. */
  titles: ReadonlyMap<string, string>;
  /** An instant in the past, as an address has it; null for now. */
  asOf?: string | null;
  /** On paper reasons end after one line, and evidence is left out: the history prints all of it. */
  brief?: boolean;
  timeZone: string;
}

/** What was answered and accepted and what opened and closed, day by day, newest first: who, when, from and to, why, and what shows it. */
export function Timeline({ service, lines, titles, asOf = null, brief = false, timeZone }: TimelineProps) {
  const days: { day: string; lines: TimelineLine[] }[] = [];
  for (const line of lines) {
    const day = localDay(new Date(line.at), timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return (
    <div className={brief ? `grid gap-4 ${BRIEF}` : "grid gap-4"}>
      {days.map(({ day, lines: ofDay }) => (
        <section key={day} aria-label={formatTime(`${day}T12:00:00Z`, "UTC")}>
          <h3 className="mb-1 text-[0.75rem] font-medium text-ink-3">
            {formatTime(`${day}T12:00:00Z`, "UTC")}
          </h3>
          <ol>
            {ofDay.map((line) =>
              "cause" in line ? (
                <GapsMovedLine
                  key={`${line.at} ${line.cause}`}
                  {...{ service, asOf, timeZone }}
                  moved={line}
                />
              ) : "event" in line ? (
                <WaiverLine
                  key={`${line.waiver} ${line.event}`}
                  {...{ service, timeZone }}
                  step={line}
                  today={localDay(new Date(line.at), timeZone)}
                  title={titles.get(line.question)}
                />
              ) : (
                <Line
                  key={line.id}
                  {...{ service, asOf, timeZone }}
                  entry={line}
                  title={titles.get(line.question)}
                />
              ),
            )}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface LineProps {
  service: string;
  asOf: string | null;
  entry: Entry;
  title: string | undefined;
  timeZone: string;
}

function Line({ service, asOf, entry, title, timeZone }: LineProps) {
  const { by, from, to, kind, reason, evidence, source, origin, at, savedAt } = entry;
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 border-t border-line py-1.5 md:grid-cols-[2.75rem_9rem_5rem_minmax(0,1fr)] md:gap-x-3 print:grid-cols-[2.5rem_11rem_6rem_minmax(0,1fr)] print:py-0.5">
      <span className="min-h-6 content-center self-start text-sm text-ink-3">
        <DateText value={entry.at} timeZone={timeZone} look="clock" />
      </span>
      <span className="flex min-h-6 min-w-0 items-center gap-1.5 self-start">
        <Avatar id={by.id} name={by.name} size="small" decorative />
        <bdi className="min-w-0 [overflow-wrap:anywhere]">{by.name}</bdi>
        {source !== "person" && <Tag>{source}</Tag>}
      </span>
      <span className="flex min-h-6 items-center gap-1 self-start text-sm text-ink-3 max-md:col-start-2 print:col-start-auto">
        {kind === "confirm" ? (
          <>
            <VerdictMark verdict={to} size="sm" /> confirmed
          </>
        ) : (
          <>
            {from !== to && (
              <>
                <span className="sr-only">from </span>
                <VerdictMark verdict={from} size="sm" />
                <span aria-hidden="true">→</span>
                <span className="sr-only"> to </span>
              </>
            )}
            <VerdictMark verdict={to} size="sm" />
            <span className="md:hidden print:hidden">{VERDICT_TEXT[to].name.toLowerCase()}</span>
            {from === to && <span className="max-md:hidden print:inline">edited</span>}
          </>
        )}
      </span>
      <div className="min-w-0 max-md:col-start-2 print:col-start-auto">
        {title === undefined ? (
          <span className="inline-block min-h-6 content-center text-ink-3">
            {entry.question}, no longer asked
          </span>
        ) : (
          <Link
            href={questionHref(service, entry.question, asOf)}
            className="inline-block min-h-6 content-center text-pretty hover:underline"
          >
            <bdi>{title}</bdi>
          </Link>
        )}
        {origin !== null && (
          <p className="text-sm text-ink-3">
            <AnswerAttribution by={by} origin={origin} />
            {savedAt !== at && (
              <>
                , given on <DateText value={savedAt} timeZone={timeZone} look="day" />
              </>
            )}
          </p>
        )}
        <AnswerTexts {...{ reason, evidence }} />
      </div>
    </li>
  );
}
