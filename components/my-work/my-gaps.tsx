import { assessHref, gapsPage } from "@/components/addresses/pages";
import { GapName } from "@/components/gaps/gap-name";
import { Card } from "@/components/ui/card";
import { dayText } from "@/components/ui/days";
import { Link } from "@/components/ui/link";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { GapPage } from "@/lib/contracts/gaps";

/** The gaps that the viewer is to close, what is due first before the rest. @param today YYYY-MM-DD, the organisation's */
export function MyGaps({ page, today }: { page: GapPage; today: string }) {
  const { gaps } = page.total;
  return (
    <Card
      title="Your gaps, by due date"
      flush
      aside={
        <Link href={gapsPage.href({ owner: ["me"], sort: "due" })} className="link">
          {page.nextCursor === null ? "List and plan" : `All ${gaps.toLocaleString("en")}`}
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
            <span
              className={
                row.overdue ? "pt-0.5 text-right font-strong text-no" : "pt-0.5 text-right text-ink-2"
              }
            >
              {row.plan?.dueOn ? dayText(row.plan.dueOn, today) : <span className="text-ink-3">no day</span>}
              {row.overdue && <span className="block text-xs font-normal">overdue</span>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
