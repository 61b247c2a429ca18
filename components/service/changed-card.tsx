import type { ServiceQuery } from "@/components/addresses/pages";
import { Card } from "@/components/ui/card";
import { formatTime } from "@/components/ui/format-time";
import { Link } from "@/components/ui/link";
import type { Changes } from "@/lib/contracts/changes";
import type { History, Scorecard } from "@/lib/contracts/scorecard";
import { counted } from "@/lib/domain/words";
import { Timeline } from "./timeline";
import { gapsMoved, newestFirst } from "./timeline-lines";

/** Lines that the page shows; the rest is on the history page. */
export const NEWEST = 6;

interface ChangedCardProps {
  card: Pick<Scorecard, "questions"> & { service: Pick<Scorecard["service"], "slug"> };
  history: Pick<History, "entries" | "waivers">;
  /** Over the time that the trend shows. */
  changes: Changes;
  query: ServiceQuery;
  timeZone: string;
}

/** What changed over the time that the trend shows: how many gaps closed and opened, and the last things that happened. */
export function ChangedCard({ card, history, changes, query, timeZone }: ChangedCardProps) {
  const { slug } = card.service;
  const { opened, closed } = changes.total;
  const search = new URLSearchParams({ service: slug, since: changes.since });
  if (query.asOf !== "") search.set("until", query.asOf);
  const lines = newestFirst(gapsMoved(changes.gaps, timeZone), history.waivers, history.entries);
  return (
    <Card
      title="What changed"
      aside={
        <Link
          href={`/services/${slug}/history`}
          className="link inline-block min-h-6 content-center print:hidden"
        >
          The whole history
        </Link>
      }
    >
      <p className="mb-3 text-ink-2 print:mb-1.5">
        {opened + closed === 0 ? (
          "No gap opened or closed"
        ) : (
          <>
            <b className="text-ink">{counted(closed, "gap")}</b> closed,{" "}
            <b className="text-ink">{opened.toLocaleString("en")}</b> opened
          </>
        )}{" "}
        since {formatTime(changes.since, timeZone, "day")}.{" "}
        <Link href={`/changes?${search}`} className="link print:hidden">
          Compare then and {query.asOf === "" ? "now" : "later"}
        </Link>
      </p>
      {lines.length === 0 ? (
        <p className="text-ink-3">
          Every answer will leave a line here: who, when, from what to what, and why.
        </p>
      ) : (
        <Timeline
          brief
          service={slug}
          lines={lines.slice(0, NEWEST)}
          titles={new Map(card.questions.map(({ key, title }) => [key, title]))}
          asOf={query.asOf || null}
          timeZone={timeZone}
        />
      )}
    </Card>
  );
}
