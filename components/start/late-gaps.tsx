import { assessHref } from "@/components/addresses/pages";
import { GapName } from "@/components/gaps/gap-name";
import { Card } from "@/components/ui/card";
import { dayText } from "@/components/ui/days";
import { Link } from "@/components/ui/link";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { GapPage } from "@/lib/contracts/gaps";
import { LATE_HREF } from "./late-words";

/** What of the viewer's own is overdue, longest first. @param today YYYY-MM-DD, the organisation's */
export function LateGaps({ page, today }: { page: GapPage; today: string }) {
  return (
    <Card
      title="Overdue, and yours"
      flush
      aside={
        <Link href={LATE_HREF} className="link">
          {page.nextCursor === null ? "List and plan anew" : `All ${page.total.gaps}`}
        </Link>
      }
    >
      <ul>
        {page.items.map((row) => (
          <li
            key={`${row.service}/${row.question}`}
            className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 border-t border-line px-4.5 py-2 first:border-t-0"
          >
            <span className="pt-0.5">
              <VerdictMark verdict={row.verdict} />
            </span>
            <span className="min-w-0">
              <GapName href={assessHref(row.service, row.question)} title={row.title} />
              <span className="block text-sm text-ink-3">
                <bdi>{row.serviceName}</bdi>
              </span>
            </span>
            <span className="pt-0.5 font-strong text-no">
              {row.plan?.dueOn && dayText(row.plan.dueOn, today)}
              <span className="block text-right text-xs font-normal">overdue</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
