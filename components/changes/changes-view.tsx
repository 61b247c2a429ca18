import Form from "next/form";
import {
  CHOICE_NAMES,
  type ChangesQuery,
  changesPage,
  choiceAddress,
  isNarrowed,
  NO_CHOICE,
} from "@/components/addresses/pages";
import { choiceSubject } from "@/components/figure/figure";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { ChoiceChips } from "@/components/filters/choice-chips";
import { type ChoiceFrame, ChoiceToolbar } from "@/components/filters/choice-toolbar";
import type { ListChoices } from "@/components/filters/filter-options";
import { SearchCarrier } from "@/components/filters/search-carrier";
import { CAUSE_TEXT, CAUSES } from "@/components/portfolio/words";
import { dayMonthsBefore } from "@/components/shell/as-of-days";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatTime } from "@/components/ui/format-time";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { TextField } from "@/components/ui/text-field";
import type { Changes } from "@/lib/contracts/changes";
import { dayOf, FIRST_DAY } from "@/lib/domain/as-of";
import { ChangedGaps } from "./changed-gaps";
import { exposureAt } from "./changes-query";
import { changesSentence, isStill, movesInWords } from "./changes-sentence";
import { ExposureTable } from "./exposure-table";
import { MovedTable } from "./moved-table";

/** Lines of each list until one asks for more. */
const FIRST = 12;

interface ChangesViewProps {
  changes: Changes;
  query: ChangesQuery;
  /** How many services there are, retired ones too; asked only where nothing changed. */
  services: number | null;
  choices: ListChoices;
  timeZone: string;
  today: string;
}

const NO_SERVICE = [{ text: "There is no service yet." }];

const inWords = (day: string) => formatTime(`${day}T00:00:00Z`, "UTC", "day");

/** What changed between two days: how many gaps opened and closed and why, which services moved. */
export function ChangesView({ changes, query, services, choices, timeZone, today }: ChangesViewProps) {
  const since = dayOf(new Date(changes.since), timeZone);
  const until = dayOf(new Date(changes.until), timeZone);
  const when = query.until === "" ? `Since ${inWords(since)}` : `From ${inWords(since)} to ${inWords(until)}`;
  const { total } = changes;
  const moves = movesInWords(changes);
  const shown = <T,>(list: readonly T[]) => (query.whole ? list : list.slice(0, FIRST));
  const whole = (list: readonly unknown[]) =>
    query.whole || list.length <= FIRST ? null : changesPage.href(query, { whole: true });
  const subject = (asOf: string) => choiceSubject(query, asOf, query.service);
  const toolbar: ChoiceFrame = {
    query,
    choices,
    path: "/changes",
    keep: changesPage.beside(query, CHOICE_NAMES),
    href: (change) => changesPage.href(query, change),
  };
  return (
    <>
      <div className="mb-4">
        <LinkedSentence
          words={services === 0 ? NO_SERVICE : changesSentence(changes, when)}
          sub={moves === "" ? undefined : moves}
        />
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
            href={changesPage.href(query, { service: "" })}
            className="link inline-block min-h-6 content-center"
          >
            All services
          </Link>
        </p>
      )}
      <SearchCarrier className="mb-4 grid gap-2.5">
        <ChoiceToolbar {...toolbar} />
        <ChoiceChips {...toolbar} />
      </SearchCarrier>
      <div className="mb-4.5 empty:hidden">
        <ExposureTable
          changes={changes}
          from={{
            name: `On ${inWords(since)}`,
            href: (when) => exposureAt(query, query.since, when),
            subject: subject(query.since),
          }}
          to={{
            name: query.until === "" ? "Today" : `On ${inWords(until)}`,
            href: (when) => exposureAt(query, query.until, when),
            subject: subject(query.until),
          }}
        />
      </div>
      {isStill(changes) && <NothingChanged query={query} services={services} />}
      {total.opened + total.closed + total.services > 0 && (
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
                currency={changes.exposure.currency}
                whole={whole(changes.gaps[way])}
              />
            ))}
          </div>
        </div>
      )}
    </>
  );
}

const count = (value: number) =>
  value === 0 ? <span className="text-ink-3">–</span> : value.toLocaleString("en");

/** Why gaps opened and closed, in numbers. */
function CausesTable({ changes: { byCause, total } }: { changes: Changes }) {
  const rows = CAUSES.flatMap((cause) => {
    const counts = byCause[cause];
    return counts && counts.opened + counts.closed > 0 ? [{ cause, ...counts }] : [];
  }).sort((a, b) => b.opened + b.closed - (a.opened + a.closed));
  return (
    <Card title="By cause" flush>
      <Table caption="Gaps closed and opened, by cause" flush>
        <thead>
          <tr>
            <Th>What happened</Th>
            <Th numeric>closed</Th>
            <Th numeric>opened</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cause, opened, closed }) => (
            <tr key={cause}>
              <Th scope="row" className="font-normal">
                {CAUSE_TEXT[cause].name}
              </Th>
              <Td numeric>{count(closed)}</Td>
              <Td numeric>{count(opened)}</Td>
            </tr>
          ))}
          <tr>
            <Th scope="row">All</Th>
            <Td numeric className="font-strong">
              {count(total.closed)}
            </Td>
            <Td numeric className="font-strong">
              {count(total.opened)}
            </Td>
          </tr>
        </tbody>
      </Table>
    </Card>
  );
}

/** What stands where nothing changed, or nothing of what the filters choose. */
function NothingChanged({ query, services }: { query: ChangesQuery; services: number | null }) {
  if (services === 0) {
    return (
      <Card>
        <EmptyState title="No service yet." action={<ButtonLink href="/services">Services</ButtonLink>}>
          Once there is one, this page says what opened, what closed, and why.
        </EmptyState>
      </Card>
    );
  }
  const narrowed = isNarrowed(query) || query.service !== "";
  return (
    <Card>
      <EmptyState
        title={narrowed ? "Nothing changed in these services." : "Nothing changed."}
        action={
          narrowed && (
            <ButtonLink href={changesPage.href(query, { ...NO_CHOICE, service: "" })}>
              Clear the filters
            </ButtonLink>
          )
        }
      >
        No gap opened or closed, no service moved, and the cost is the same.{" "}
        {narrowed
          ? "Clear the filters to look at all services, or choose an earlier day to look further back."
          : "Choose an earlier day to look further back."}
      </EmptyState>
    </Card>
  );
}

interface SpanFormProps {
  query: ChangesQuery;
  /** The days that the instants of the query fall on. */
  since: string;
  until: string;
  today: string;
}

/** Between which days: two dates, and a few that one press chooses. */
function SpanForm({ query, since, until, today }: SpanFormProps) {
  const quick = [
    ["Last month", dayMonthsBefore(today, 1)],
    ["Last quarter", dayMonthsBefore(today, 3)],
    ["Last year", dayMonthsBefore(today, 12)],
  ] as const;
  return (
    <div className="mb-4.5 flex flex-wrap items-end gap-x-4 gap-y-2 print:hidden">
      <Form action="/changes" scroll={false} className="flex flex-wrap items-end gap-2">
        <TextField
          key={since}
          label="Since the end of"
          type="date"
          name="since"
          min={FIRST_DAY}
          max={today}
          defaultValue={since}
        />
        <TextField
          key={`to ${until}`}
          label="Until"
          type="date"
          name="until"
          min={FIRST_DAY}
          max={today}
          defaultValue={until}
        />
        {query.service !== "" && <input type="hidden" name="service" value={query.service} />}
        {choiceAddress.entries(query).map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit">Show</Button>
      </Form>
      <span className="flex flex-wrap gap-x-3.5">
        {quick.map(([label, day]) => (
          <Link
            key={label}
            href={changesPage.href(query, { since: day, until: "" })}
            scroll={false}
            aria-current={query.until === "" && since === day ? "true" : undefined}
            className="link min-h-6 content-center text-sm text-ink-3 hover:text-ink aria-[current]:font-strong aria-[current]:text-ink"
          >
            {label}
          </Link>
        ))}
      </span>
    </div>
  );
}
