import { assessHref, gapsPage } from "@/components/addresses/pages";
import { GapName } from "@/components/gaps/gap-name";
import { Card } from "@/components/ui/card";
import { formatTime } from "@/components/ui/format-time";
import { Link } from "@/components/ui/link";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { GapPage } from "@/lib/contracts/gaps";
import { counted } from "@/lib/domain/words";

interface TeamStaleCardProps {
  team: string;
  /** The answers that went stale first, and how many there are. */
  page: GapPage;
  timeZone: string;
}

/** Answers that nobody has confirmed for too long (S5): each counts as unclear until somebody does. */
export function TeamStaleCard({ team, page, timeZone }: TeamStaleCardProps) {
  const { gaps } = page.total;
  if (gaps === 0) return null;
  const href = gapsPage.href(gapsPage.read({ team, kind: "stale", sort: "age" }));
  return (
    <Card
      title={`${counted(gaps, "answer")} went stale`}
      flush
      aside={
        page.nextCursor !== null && (
          <Link href={href} className="link">
            All of them
          </Link>
        )
      }
    >
      <ul className="border-t border-line">
        {page.items.map((row) => (
          <li
            key={`${row.service}/${row.question}`}
            className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 border-t border-line px-4.5 py-2 first:border-t-0"
          >
            <span className="pt-0.5">
              <span className="sr-only">Was given as </span>
              <VerdictMark verdict={row.given} size="sm" />
            </span>
            <span className="min-w-0">
              <GapName href={assessHref(row.service, row.question)} title={row.title} text={row.text} />
              <span className="block text-sm text-ink-3">
                <bdi>{row.serviceName}</bdi>, stale since {formatTime(row.openedAt, timeZone, "day")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
