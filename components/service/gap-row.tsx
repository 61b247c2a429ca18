import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import { AREA_TEXT, VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { effortText, incidentsText } from "./figures";
import type { GapLine } from "./gap-line";
import { PlanCells } from "./plan-cells";
import { VerdictMark } from "./verdict-mark";

/** The columns of a gap: marks, question, a year, effort, owner, due, plan. */
const GAP_GRID = "md:grid md:grid-cols-[3rem_minmax(0,1fr)_3.5rem_3.5rem_9.5rem_5.5rem_3.5rem] md:gap-x-4";

/** One gap: what is open, what it is expected to cause, and who closes it by when. */
export function GapRow({ gap }: { gap: GapLine }) {
  const { verdict, given, stale, blocker, accepted, plan, where } = gap;
  const days = plan?.effortDays ?? gap.usualDays;
  return (
    <li
      className={`${GAP_GRID} group grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 border-t border-line px-4.5 py-2 first:border-t-0`}
    >
      <span className="flex items-center gap-0.5 pt-0.5 md:justify-end">
        {stale && (
          <>
            <span className="sr-only">Was given as </span>
            <VerdictMark verdict={given} size="sm" />
            <span className="sr-only">, is stale and counts as </span>
          </>
        )}
        <VerdictMark verdict={verdict} />
      </span>
      <div className="min-w-0">
        <Link
          href={gap.href}
          prefetch={false}
          className="inline-block min-h-6 content-center text-pretty hover:underline"
        >
          {gap.text}
        </Link>
        <div className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
          {where && (
            <>
              <Link
                href={`/services/${gap.service}`}
                prefetch={false}
                className="min-h-6 content-center font-strong text-ink-2 hover:underline [overflow-wrap:anywhere]"
              >
                <bdi>{where.service}</bdi>
              </Link>
              <Tag>tier {where.tier}</Tag>
            </>
          )}
          {blocker && <Tag strong>blocker</Tag>}
          {accepted && <Tag>accepted</Tag>}
          <span>
            {gap.number} {AREA_TEXT[gap.area].name}
          </span>
          {stale && <span>was {VERDICT_TEXT[given].name.toLowerCase()}, not confirmed since</span>}
          {plan?.state === "in_progress" && <span className="text-brass">in progress</span>}
          {plan?.state === "done" && <span>fix done, answer to follow</span>}
          {plan?.ticket && (
            <a
              href={plan.ticket}
              target="_blank"
              rel="noreferrer"
              className="link min-h-6 max-w-48 truncate content-center"
            >
              {ticketName(plan.ticket)} <span aria-hidden="true">↗</span>
            </a>
          )}
        </div>
        {plan && plan.note !== "" && (
          <p className="mt-0.5 line-clamp-2 max-w-[62em] text-sm whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">
            <bdi>{plan.note}</bdi>
          </p>
        )}
      </div>
      <div className="max-md:col-start-2 max-md:mt-1 max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-4 max-md:gap-y-0.5 md:contents">
        <span className="tabular-nums md:pt-0.75 md:text-right">
          {incidentsText(gap.incidentsPerYear)}
          <span className="text-ink-3 md:sr-only"> a year</span>
        </span>
        <span className="text-ink-3 tabular-nums md:pt-0.75 md:text-right">
          <span className="sr-only">Effort: </span>
          {effortText(days)}
        </span>
        <PlanCells gap={gap} />
      </div>
    </li>
  );
}

/** The end of a ticket's address, which is its number in most trackers. */
export function ticketName(url: string): string {
  const end =
    url
      .replace(/[/?#]+$/, "")
      .split(/[/?#=]/)
      .at(-1) ?? url;
  try {
    return decodeURIComponent(end);
  } catch {
    return end;
  }
}

/** The heads of those columns; a reader of the screen hears them in the cells. */
export function GapHead() {
  return (
    <div
      aria-hidden="true"
      className={`${GAP_GRID} hidden border-b border-line px-4.5 py-1.5 text-[0.75rem] font-medium text-ink-3`}
    >
      <span />
      <span>Question</span>
      <span className="text-right">A year</span>
      <span className="text-right">Effort</span>
      <span>Owner</span>
      <span>Due</span>
      <span />
    </div>
  );
}
