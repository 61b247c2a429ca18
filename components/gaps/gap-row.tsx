import type { ReactNode } from "react";
import { waiversPage } from "@/components/addresses/pages";
import { effortFigure, gapSubject } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { FoldedText } from "@/components/ui/folded-text";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import { AREA_TEXT, VERDICT_TEXT } from "@/lib/domain/vocabulary";
import type { GapLine, GapSort } from "./gap-line";
import { GapName } from "./gap-name";
import { PlanCells } from "./plan-cells";

/** The columns on paper: the same without the plan, and without a box. */
const PAPER_GRID =
  "print:grid print:grid-cols-[2.25rem_minmax(0,1fr)_5.25rem_2.5rem_9rem_5.25rem] print:gap-x-2";

/** The columns of a gap: marks, question, a year, effort, owner, due, plan. */
const GAP_GRID = `md:grid md:grid-cols-[3rem_minmax(0,1fr)_5rem_3.5rem_9.5rem_5.5rem_3.5rem] md:gap-x-4 ${PAPER_GRID}`;

/** The same with a box to choose it by. */
const CHOOSING_GRID = `md:grid md:grid-cols-[1.25rem_3rem_minmax(0,1fr)_5rem_3.5rem_9.5rem_5.5rem_3.5rem] md:gap-x-4 ${PAPER_GRID} print:[&>:first-child]:hidden`;

interface GapRowProps {
  gap: GapLine;
  /** A box to choose it by, in lists where several can be planned at once. */
  check?: ReactNode;
}

/** One gap: what is open, what it is expected to cause, and who closes it by when. */
export function GapRow({ gap, check }: GapRowProps) {
  const { verdict, given, stale, blocker, accepted, plan, among } = gap;
  const days = plan?.effortDays ?? gap.usualDays;
  return (
    <li
      data-gap={`${gap.service}/${gap.question}`}
      className={`${check === undefined ? `${GAP_GRID} grid-cols-[auto_minmax(0,1fr)]` : `${CHOOSING_GRID} grid-cols-[auto_auto_minmax(0,1fr)] has-[[data-choose]:checked]:bg-sunk`} group grid items-start gap-x-3 border-t border-line px-4.5 py-2 first:border-t-0 print:px-3 print:py-0.5`}
    >
      {check}
      <span className="flex items-center gap-0.5 pt-0.5 md:justify-end print:pt-0">
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
        <GapName href={gap.href} title={gap.title} text={gap.text} />
        <div className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
          {among && (
            <>
              <Link
                href={`/services/${gap.service}`}
                className="min-h-6 content-center text-ink-2 hover:underline [overflow-wrap:anywhere]"
              >
                <Lead of={gap.lead === "service"}>
                  <bdi>{gap.serviceName}</bdi>
                </Lead>
              </Link>
              <Tag>tier {gap.tier}</Tag>
            </>
          )}
          {blocker && <Tag strong>blocker</Tag>}
          {accepted && (
            <Link href={acceptedHref(gap)} className="min-h-6 content-center hover:underline">
              <Tag>accepted</Tag>
            </Link>
          )}
          <span>
            {gap.number} {AREA_TEXT[gap.area].name}
          </span>
          {gap.openedOn !== null && (
            <span>
              open since <Lead>{gap.openedOn}</Lead>
            </span>
          )}
          {stale && (
            <span>
              was {VERDICT_TEXT[given].name.toLowerCase()}
              {gap.questionChanged ? " before the question changed" : ", not confirmed since"}
            </span>
          )}
          {plan?.state === "in_progress" && <span className="text-brass">in progress</span>}
          {plan?.state === "done" && <DoneWords gap={gap} />}
          {plan?.ticket && (
            <a
              href={plan.ticket}
              target="_blank"
              rel="noreferrer"
              className="link min-h-6 content-center [overflow-wrap:anywhere]"
            >
              {ticketName(plan.ticket)} <span aria-hidden="true">↗</span>
            </a>
          )}
        </div>
        {plan && plan.note !== "" && (
          <FoldedText className="mt-0.5 max-w-[62em] text-sm text-ink-2">{plan.note}</FoldedText>
        )}
      </div>
      <div className="max-md:-col-end-1 max-md:mt-1 max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-4 max-md:gap-y-0.5 md:contents print:contents">
        <WorthCell gap={gap} />
        <span className="text-ink-3 tabular-nums md:pt-0.75 md:text-right print:text-right">
          <span className="sr-only">Effort: </span>
          <Lead of={gap.lead === "effort"}>
            <FigureText of={effortFigure(gapSubject(gap.service, gap.question, gap.asOf), days)} />
          </Lead>
        </span>
        <PlanCells gap={gap} />
      </div>
    </li>
  );
}

/** What a list is sorted by stands in bold in each of its rows. */
function Lead({ of: leads = true, children }: { of?: boolean; children: ReactNode }) {
  return leads ? (
    <b data-lead="" className="font-strong text-ink">
      {children}
    </b>
  ) : (
    children
  );
}

/**
 * What a gap costs a year, or for a day of work where the list goes by that; the incidents second. Without a price a day of
 * work is told in incidents that are weighed by tier, and says so (R8).
 */
function WorthCell({ gap }: { gap: GapLine }) {
  const { lead, loss, incidents, aDay } = gap;
  const year = loss ?? incidents;
  return (
    <span className="tabular-nums md:pt-0.75 md:text-right print:text-right">
      {aDay && (
        <>
          <Lead>
            <FigureText of={aDay} />
          </Lead>
          {loss === null && (
            <span className="text-ink-3 md:block md:text-xs print:block print:text-xs">
              {" "}
              incidents, weighed by tier,
            </span>
          )}
          <span className="text-ink-3 md:sr-only print:sr-only">
            {" "}
            for a day of work<span className="max-md:hidden">, </span>
          </span>
        </>
      )}
      <span className={aDay ? SECOND : undefined}>
        <Lead of={lead === "worth" || (lead === "incidents" && loss === null)}>
          <FigureText of={year} />
        </Lead>
        <span className={aDay ? undefined : "text-ink-3 md:sr-only print:sr-only"}>
          {loss === null && " incidents"} a year
        </span>
      </span>
      {loss === null && !aDay && (
        <span aria-hidden="true" className="text-xs text-ink-3 max-md:hidden md:block print:block">
          incidents
        </span>
      )}
      {loss !== null && !aDay && (
        <span className={SECOND}>
          <Lead of={lead === "incidents"}>
            <FigureText of={incidents} />
          </Lead>{" "}
          incidents
        </span>
      )}
    </span>
  );
}

const SECOND =
  "text-xs text-ink-3 max-md:before:content-['_·_'] md:block print:block print:whitespace-nowrap print:before:content-none";

/** Where the waiver stands. */
const acceptedHref = ({ service }: Pick<GapLine, "service">): string =>
  waiversPage.href({}, { service: [service], state: ["in_force"] });

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
export function GapHead({ check, lead = "worth" }: { check?: ReactNode; lead?: GapSort }) {
  return (
    <div
      className={`${check === undefined ? GAP_GRID : CHOOSING_GRID} hidden border-b border-line px-4.5 py-1.5 print:px-3 print:py-1 text-[0.75rem] font-medium text-ink-3`}
    >
      {check}
      <span aria-hidden="true" />
      <span aria-hidden="true">Gap</span>
      <span aria-hidden="true" className="text-right">
        {lead === "worthPerDay" ? "A day’s work" : "A year"}
      </span>
      <span aria-hidden="true" className="text-right">
        Effort
      </span>
      <span aria-hidden="true">Owner</span>
      <span aria-hidden="true">Due</span>
      <span aria-hidden="true" />
    </div>
  );
}

/** What is left to do about a gap whose work is done: its answer still says otherwise. */
function DoneWords({ gap }: { gap: Pick<GapLine, "given" | "stale" | "href" | "title"> }) {
  const answer = gap.stale
    ? "answer out of date"
    : gap.given === "unanswered"
      ? "still unanswered"
      : `answer still ${VERDICT_TEXT[gap.given].name.toLowerCase()}`;
  return (
    <span>
      done, {answer}:{" "}
      <Link href={gap.href} className="link inline-block min-h-6 content-center">
        update the answer<span className="sr-only"> to: {gap.title}</span>
      </Link>
    </span>
  );
}
