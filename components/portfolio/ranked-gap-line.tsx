import Link from "next/link";
import { incidentsText } from "@/components/service/figures";
import { Tag } from "@/components/ui/tag";
import type { RankedGap } from "@/lib/contracts/portfolio";
import { AREA_TEXT, type Cost } from "@/lib/domain/vocabulary";
import { questionHref, serviceHref } from "./leads-to";
import type { PortfolioQuery } from "./portfolio-query";

interface RankedGapLineProps {
  gap: RankedGap;
  query: PortfolioQuery;
  /** The cost that its incidents are of; left out where they are of all. */
  cost?: Cost | undefined;
}

/** A gap in a ranking: what it is, where, and what it is expected to cause in a year. */
export function RankedGapLine({ gap, query, cost }: RankedGapLineProps) {
  const href = cost
    ? serviceHref(gap.service, query.asOf, { cost })
    : questionHref(gap.service, gap.question, query.asOf);
  return (
    <li className="grid grid-cols-[1fr_auto] items-baseline gap-x-3.5 print:text-[0.6875rem] print:leading-tight">
      <Link href={href} prefetch={false} className="min-h-6 content-center hover:underline print:min-h-0">
        {gap.text}
      </Link>
      <span className="tabular-nums">
        {!gap.known && <span className="text-sm text-ink-3">up to </span>}
        {incidentsText(gap.incidentsPerYear)}
      </span>
      <span className="text-sm text-ink-3 [overflow-wrap:anywhere] print:text-[0.625rem]">
        <bdi>{gap.serviceName}</bdi> · {AREA_TEXT[gap.area].name.toLowerCase()}
        {gap.stale && " · stale"} {gap.accepted && <Tag>accepted</Tag>}
      </span>
    </li>
  );
}
