import { Avatar } from "@/components/ui/avatar";
import { DateText } from "@/components/ui/date-text";
import { localDay } from "@/components/ui/days";
import { formatTime } from "@/components/ui/format-time";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { Entry } from "@/lib/contracts/answers";
import type { WaiverEvent } from "@/lib/contracts/waivers";
import { VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { AnswerAttribution, AnswerTexts } from "./answer-attribution";
import { WaiverLine } from "./waiver-line";

interface TimelineProps {
  service: string;
  entries: readonly Entry[];
  /** What happened to waivers meanwhile. */
  waivers: readonly WaiverEvent[];
  /** What each question is called, by key; a question that is no longer asked shows its key. */
  titles: ReadonlyMap<string, string>;
  timeZone: string;
}

/** What was answered and accepted, day by day, newest first: who, when, from and to, why, and what shows it. */
export function Timeline({ service, entries, waivers, titles, timeZone }: TimelineProps) {
  const days: { day: string; lines: (Entry | WaiverEvent)[] }[] = [];
  // What ended by an answer stands above it.
  const lines = [...waivers, ...entries].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  for (const line of lines) {
    const day = localDay(new Date(line.at), timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return (
    <div className="grid gap-4">
      {days.map(({ day, lines: ofDay }) => (
        <section key={day} aria-label={formatTime(`${day}T12:00:00Z`, "UTC")}>
          <h3 className="mb-1 text-[0.75rem] font-medium text-ink-3">
            {formatTime(`${day}T12:00:00Z`, "UTC")}
          </h3>
          <ol>
            {ofDay.map((line) =>
              "event" in line ? (
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
                  {...{ service, timeZone }}
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
  entry: Entry;
  title: string | undefined;
  timeZone: string;
}

function Line({ service, entry, title, timeZone }: LineProps) {
  const { by, from, to, kind, reason, evidence, source, origin, at, savedAt } = entry;
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 border-t border-line py-1.5 md:grid-cols-[2.75rem_9rem_5rem_minmax(0,1fr)] md:gap-x-3">
      <span className="min-h-6 content-center self-start text-sm text-ink-3">
        <DateText value={entry.at} timeZone={timeZone} look="clock" />
      </span>
      <span className="flex min-h-6 min-w-0 items-center gap-1.5 self-start">
        <Avatar id={by.id} name={by.name} size="small" decorative />
        <bdi className="min-w-0 [overflow-wrap:anywhere]">{by.name}</bdi>
        {source !== "person" && <Tag>{source}</Tag>}
      </span>
      <span className="flex min-h-6 items-center gap-1 self-start text-sm text-ink-3 max-md:col-start-2">
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
            <span className="md:hidden">{VERDICT_TEXT[to].name.toLowerCase()}</span>
            {from === to && <span className="max-md:hidden">edited</span>}
          </>
        )}
      </span>
      <div className="min-w-0 max-md:col-start-2">
        {title === undefined ? (
          <span className="inline-block min-h-6 content-center text-ink-3">
            {entry.question}, no longer asked
          </span>
        ) : (
          <Link
            href={`/services/${service}/assess#${entry.question}`}
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
