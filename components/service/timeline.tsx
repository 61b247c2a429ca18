import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { DateText } from "@/components/ui/date-text";
import { localDay } from "@/components/ui/days";
import { formatTime } from "@/components/ui/format-time";
import { Tag } from "@/components/ui/tag";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { Entry } from "@/lib/contracts/answers";
import { VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { AnswerAttribution, AnswerTexts } from "./answer-attribution";

interface TimelineProps {
  service: string;
  entries: readonly Entry[];
  /** Text of each question by key; a question that is no longer asked shows its key. */
  texts: ReadonlyMap<string, string>;
  timeZone: string;
  /** Cuts long reasons after a few lines. */
  brief?: boolean | undefined;
}

/** What was answered, day by day, newest first: who, when, from and to, why, and what shows it. */
export function Timeline({ service, entries, texts, timeZone, brief = false }: TimelineProps) {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = localDay(new Date(entry.at), timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return (
    <div className="grid gap-4">
      {days.map(({ day, entries: ofDay }) => (
        <section key={day} aria-label={formatTime(`${day}T12:00:00Z`, "UTC")}>
          <h3 className="mb-1 text-[0.75rem] font-medium text-ink-3">
            {formatTime(`${day}T12:00:00Z`, "UTC")}
          </h3>
          <ol>
            {ofDay.map((entry) => (
              <Line
                key={entry.id}
                {...{ service, entry, timeZone, brief }}
                text={texts.get(entry.question)}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface LineProps {
  service: string;
  entry: Entry;
  text: string | undefined;
  timeZone: string;
  brief: boolean;
}

function Line({ service, entry, text, timeZone, brief }: LineProps) {
  const { by, from, to, kind, reason, evidence, source, origin, at, savedAt } = entry;
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 border-t border-line py-1.5 md:grid-cols-[2.75rem_9rem_5rem_minmax(0,1fr)] md:gap-x-3">
      <span className="min-h-6 content-center self-start text-sm text-ink-3">
        <DateText value={entry.at} timeZone={timeZone} look="clock" />
      </span>
      <span className="flex min-h-6 min-w-0 items-center gap-1.5 self-start">
        <Avatar id={by.id} name={by.name} size="small" decorative />
        <bdi className="truncate">{by.name}</bdi>
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
        {text === undefined ? (
          <span className="inline-block min-h-6 content-center text-ink-3">
            {entry.question}, no longer asked
          </span>
        ) : (
          <Link
            href={`/services/${service}/assess#${entry.question}`}
            prefetch={false}
            className="inline-block min-h-6 content-center text-pretty hover:underline"
          >
            {text}
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
        <AnswerTexts {...{ reason, evidence, brief }} />
      </div>
    </li>
  );
}
