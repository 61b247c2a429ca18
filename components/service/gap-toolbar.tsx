import Link from "next/link";
import { countFigure, serviceSubject } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { FilterMenu } from "@/components/ui/filter-menu";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { AREA_TEXT, AREAS, COST_TEXT, COSTS } from "@/lib/domain/vocabulary";
import { filterGaps, type GapQuery, type GapShow, gapHref } from "./gap-query";

const NAMES: Record<GapShow, string> = {
  all: "All",
  blockers: "Blockers",
  known: "Known",
  unknown: "Unknown",
  stale: "Stale",
  overdue: "Overdue",
  accepted: "Accepted",
};
/** The measure that a number is, where nothing else narrows it. */
const MEASURE: Record<GapShow, string> = {
  all: "gaps",
  blockers: "gaps.blockers",
  known: "gaps.known",
  unknown: "gaps.unknown",
  stale: "gaps.stale",
  overdue: "gaps.overdue",
  accepted: "gaps.accepted",
};
const ALWAYS: readonly GapShow[] = ["all", "blockers", "known", "unknown"];

interface GapToolbarProps {
  service: string;
  query: GapQuery;
  gaps: readonly AssessedQuestion[];
  today: string;
}

/** What can be asked of the gaps: their kind with its number, one area, one cost. */
export function GapToolbar({ service, query, gaps, today }: GapToolbarProps) {
  const count = (change: Partial<GapQuery>) => filterGaps(gaps, { ...query, ...change }, today).length;
  const tabs = (Object.keys(NAMES) as GapShow[])
    .map((show) => ({ show, count: count({ show }) }))
    .filter(({ show, count: some }) => ALWAYS.includes(show) || some > 0 || show === query.show)
    .map(({ show, count: some }) => ({
      href: gapHref(service, query, { show }),
      label: NAMES[show],
      count:
        query.area || query.cost ? (
          some
        ) : (
          <FigureText of={countFigure(serviceSubject(service, query.asOf), MEASURE[show], some)} />
        ),
      current: show === query.show,
    }));
  const areas = AREAS.map((area) => ({
    href: gapHref(service, query, { area: area === query.area ? null : area }),
    label: AREA_TEXT[area].name,
    checked: area === query.area,
    note: String(count({ area })),
  }));
  const costs = COSTS.map((cost) => ({
    href: gapHref(service, query, { cost: cost === query.cost ? null : cost }),
    label: COST_TEXT[cost].name,
    checked: cost === query.cost,
    note: String(count({ cost })),
  }));
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <LinkTabs label="Which gaps" tabs={tabs} look="segments" />
      <FilterMenu single label={query.area ? AREA_TEXT[query.area].name : "Area"} options={areas} />
      <FilterMenu single label={query.cost ? COST_TEXT[query.cost].name : "Cost"} options={costs} />
      {(query.area || query.cost) && (
        <Link
          href={gapHref(service, query, { area: null, cost: null })}
          scroll={false}
          className="min-h-6 content-center px-1 text-sm text-ink-3 hover:text-ink hover:underline"
        >
          Clear
        </Link>
      )}
    </div>
  );
}
