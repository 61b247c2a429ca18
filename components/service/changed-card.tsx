import type { ServiceQuery } from "@/components/addresses/pages";
import { questionHref } from "@/components/gaps/gap-line";
import { GapName } from "@/components/gaps/gap-name";
import { CAUSE_TEXT } from "@/components/portfolio/words";
import { Card } from "@/components/ui/card";
import { formatTime } from "@/components/ui/format-time";
import { Link } from "@/components/ui/link";
import type { Changes } from "@/lib/contracts/changes";
import { counted } from "@/lib/domain/words";

/** Of each kind; the rest is behind the link. */
const NAMED = 5;

interface ChangedCardProps {
  service: string;
  changes: Changes;
  query: ServiceQuery;
  timeZone: string;
}

/** Which gaps of a service opened and closed over the time that its trend shows, and by what. */
export function ChangedCard({ service, changes, query, timeZone }: ChangedCardProps) {
  const { opened, closed } = changes.total;
  const search = new URLSearchParams({ service, since: changes.since });
  if (query.asOf !== "") search.set("until", query.asOf);
  return (
    <Card title="Gaps opened and closed" aside={`since ${formatTime(changes.since, timeZone, "day")}`}>
      <p className="text-ink-2">
        {opened + closed === 0 ? (
          "No gap opened or closed."
        ) : (
          <>
            <b className="text-ink">{counted(closed, "gap")}</b> closed,{" "}
            <b className="text-ink">{opened.toLocaleString("en")}</b> opened.
          </>
        )}{" "}
        <Link href={`/changes?${search}`} className="link">
          Everything that changed
        </Link>
      </p>
      <div className="mt-2 grid gap-x-6 gap-y-3 md:grid-cols-2">
        <List label="Closed" sign="−" gaps={changes.gaps.closed} {...{ service, query, timeZone }} />
        <List label="Opened" sign="+" gaps={changes.gaps.opened} {...{ service, query, timeZone }} />
      </div>
    </Card>
  );
}

interface ListProps extends Omit<ChangedCardProps, "changes"> {
  label: string;
  sign: string;
  gaps: Changes["gaps"]["opened"];
}

function List({ label, sign, gaps, service, query, timeZone }: ListProps) {
  if (gaps.length === 0) return null;
  const newest = [...gaps].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, NAMED);
  return (
    <section aria-label={label} className="min-w-0">
      <h3 className="text-[0.75rem] font-medium text-ink-3">
        {label}
        {gaps.length > NAMED && `, the last ${NAMED}`}
      </h3>
      <ul>
        {newest.map((gap) => (
          <li
            key={gap.question}
            className="grid grid-cols-[1.25rem_minmax(0,1fr)] border-t border-line py-1.5"
          >
            <span
              aria-hidden="true"
              className={sign === "+" ? "font-strong text-no" : "font-strong text-yes"}
            >
              {sign}
            </span>
            <span className="min-w-0">
              <GapName href={questionHref(service, gap.question, query.asOf || null)} title={gap.title} />
              <span className="block text-sm text-ink-3">
                {formatTime(gap.at, timeZone, "day")} · {CAUSE_TEXT[gap.cause].because}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
