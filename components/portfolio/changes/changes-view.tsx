import Link from "next/link";
import { LinkedSentence } from "@/components/service/linked-sentence";
import { ChoiceChips } from "@/components/services/choice-chips";
import type { ListChoices } from "@/components/services/filter-options";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatTime } from "@/components/ui/format-time";
import type { Changes } from "@/lib/contracts/changes";
import { dayOf } from "@/lib/domain/as-of";
import { CausesTable } from "./causes-table";
import { ChangedGaps } from "./changed-gaps";
import { type ChangesQuery, changedHref } from "./changes-query";
import { changesSentence, movesInWords } from "./changes-sentence";
import { ExposureTable } from "./exposure-table";
import { MovedTable } from "./moved-table";
import { SpanForm } from "./span-form";

/** Lines of each list until one asks for more. */
const FIRST = 12;

interface ChangesViewProps {
  changes: Changes;
  query: ChangesQuery;
  choices: ListChoices;
  timeZone: string;
  today: string;
}

const inWords = (day: string) => formatTime(`${day}T00:00:00Z`, "UTC", "day");

/** What changed between two days: how many gaps opened and closed and why, which services moved. */
export function ChangesView({ changes, query, choices, timeZone, today }: ChangesViewProps) {
  const since = dayOf(new Date(changes.since), timeZone);
  const until = dayOf(new Date(changes.until), timeZone);
  const when = query.until === "" ? `Since ${inWords(since)}` : `From ${inWords(since)} to ${inWords(until)}`;
  const { total } = changes;
  const moves = movesInWords(changes);
  const shown = <T,>(list: readonly T[]) => (query.whole ? list : list.slice(0, FIRST));
  const whole = (list: readonly unknown[]) =>
    query.whole || list.length <= FIRST ? null : changedHref(query, { whole: true });
  return (
    <>
      <div className="mb-4">
        <LinkedSentence words={changesSentence(changes, when)} sub={moves === "" ? undefined : moves} />
      </div>
      <SpanForm query={query} since={since} until={until} today={today} />
      {query.service !== "" && (
        <p className="mb-4 flex flex-wrap items-center gap-x-3 text-ink-2">
          <span>
            Of one service:{" "}
            <Link href={`/services/${query.service}`} className="link min-h-6 content-center">
              {query.service}
            </Link>
          </span>
          <Link
            href={changedHref(query, { service: "" })}
            className="link inline-block min-h-6 content-center"
          >
            All services
          </Link>
        </p>
      )}
      <div className="mb-4 empty:hidden">
        <ChoiceChips query={query} choices={choices} href={(change) => changedHref(query, change)} />
      </div>
      <div className="mb-4.5 empty:hidden">
        <ExposureTable
          changes={changes}
          from={`On ${inWords(since)}`}
          to={query.until === "" ? "Today" : `On ${inWords(until)}`}
        />
      </div>
      {total.opened + total.closed + total.services === 0 ? (
        <Card>
          <EmptyState title="All stands as it stood.">
            No gap opened or closed, and no service moved. Choose an earlier day to look further back.
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-4.5">
          <div className="grid items-start gap-4.5 md:grid-cols-[1fr_2.1fr]">
            <CausesTable changes={changes} />
            <MovedTable
              services={shown(changes.services)}
              total={total.services}
              until={query.until}
              whole={whole(changes.services)}
            />
          </div>
          <div className="grid items-start gap-4.5 md:grid-cols-2">
            {(["closed", "opened"] as const).map((way) => (
              <ChangedGaps
                key={way}
                way={way}
                gaps={[...shown(changes.gaps[way])]}
                total={total[way]}
                until={query.until}
                timeZone={timeZone}
                whole={whole(changes.gaps[way])}
              />
            ))}
          </div>
        </div>
      )}
    </>
  );
}
