import { questionHref, serviceHref } from "@/components/addresses/leads-to";
import { amountFigure, effortFigure, gapSubject } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { WorthGap } from "@/lib/contracts/portfolio";
import type { Unit } from "@/lib/domain/amount-text";
import { AREA_TEXT, type Cost } from "@/lib/domain/vocabulary";

interface RankedGapLineProps {
  gap: WorthGap;
  /** As it is looked at: an instant in the past; "" for now. */
  asOf: string;
  /** The cost that its figures are of; left out where they are of all. */
  cost?: Cost | undefined;
  unit?: Unit;
  /** What a day of work is worth leads, what it is ranked by (R8); the year and the days of work stand below. */
  effort?: boolean;
  /** Says that it comes with a launch: among gaps that are carried now (R6). */
  atLaunch?: boolean;
}

/** What a day of work on a gap is worth (R8): what rankings go by. */
export const aDayFigure = (
  {
    service,
    question,
    expectedLoss,
    worthADay,
  }: Pick<WorthGap, "service" | "question" | "expectedLoss" | "worthADay">,
  asOf: string,
  unit: Unit,
) =>
  amountFigure(
    gapSubject(service, question, asOf),
    "worthADay",
    worthADay,
    expectedLoss === null ? null : unit,
  );

/** A gap in a ranking: what it is, where, and what it is expected to cause in a year. */
export function RankedGapLine({
  gap,
  asOf,
  cost,
  unit = null,
  effort = false,
  atLaunch = false,
}: RankedGapLineProps) {
  const loss = cost ? gap.costs?.find((each) => each.cost === cost)?.expectedLoss : gap.expectedLoss;
  const subject = gapSubject(gap.service, gap.question, asOf);
  const year =
    typeof loss === "number"
      ? amountFigure(subject, "worth", loss, unit, cost)
      : amountFigure(subject, "worth", gap.incidentsPerYear, null, cost);
  const href = cost
    ? serviceHref(gap.service, asOf, { cost })
    : questionHref(gap.service, gap.question, asOf);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3.5 print:text-[0.6875rem] print:leading-tight">
      <Link
        href={href}
        title={gap.text}
        className="min-h-6 content-center text-pretty hover:underline [overflow-wrap:anywhere] print:min-h-0"
      >
        <bdi>{gap.title}</bdi>
      </Link>
      <span className="text-right tabular-nums">
        {!gap.known && <span className="text-sm text-ink-3">up to </span>}
        <b data-lead="" className="font-strong">
          <FigureText of={effort ? aDayFigure(gap, asOf, unit) : year} />
        </b>
      </span>
      <span className="text-sm text-ink-3 [overflow-wrap:anywhere] print:text-[0.625rem]">
        <bdi>{gap.serviceName}</bdi> · {AREA_TEXT[gap.area].name.toLowerCase()}
        {gap.stale && " · stale"} {gap.accepted && <Tag>accepted</Tag>} {atLaunch && <Tag>at launch</Tag>}
      </span>
      {effort && (
        <span className="text-right text-sm text-ink-3 tabular-nums print:text-[0.625rem]">
          <span className="sr-only">for a day of work: </span>
          <FigureText of={year} /> a year, <FigureText of={effortFigure(subject, gap.effortDays)} />
          <span className="sr-only"> of work</span>
        </span>
      )}
    </li>
  );
}
