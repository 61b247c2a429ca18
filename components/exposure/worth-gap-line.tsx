import Link from "next/link";
import { questionHref } from "@/components/portfolio/leads-to";
import { Tag } from "@/components/ui/tag";
import { AREA_TEXT } from "@/lib/domain/vocabulary";
import { figureText, type Unit } from "./amount";
import type { CostGap } from "./largest-gaps";

/** A gap under the cost that it leads to: what it is, where, and its part of the cost in a year. */
export function WorthGapLine({ of, unit, asOf }: { of: CostGap; unit: Unit; asOf: string }) {
  const { gap, incidentsPerYear, expectedLoss } = of;
  return (
    <li className="grid grid-cols-[1fr_auto] items-baseline gap-x-3.5">
      <Link
        href={questionHref(gap.service, gap.question, asOf)}
        prefetch={false}
        className="min-h-6 content-center hover:underline"
      >
        {gap.text}
      </Link>
      <span className="tabular-nums">
        {!gap.known && <span className="text-sm text-ink-3">up to </span>}
        {expectedLoss === null ? figureText(incidentsPerYear, null) : figureText(expectedLoss, unit)}
      </span>
      <span className="text-sm text-ink-3 [overflow-wrap:anywhere]">
        <bdi>{gap.serviceName}</bdi> · {AREA_TEXT[gap.area].name.toLowerCase()}
        {gap.stale && " · stale"} {gap.accepted && <Tag>accepted</Tag>}
      </span>
    </li>
  );
}
