import type { ReactNode } from "react";
import type { PortfolioQuery } from "@/components/addresses/pages";
import type { BestGaps, WorthGap } from "@/lib/contracts/portfolio";
import type { Unit } from "@/lib/domain/amount-text";
import { RankedGapLine } from "./ranked-gap-line";

interface RankingProps {
  title: string;
  gaps: readonly WorthGap[];
  /** How many are shown. */
  most: number;
  unit: Unit;
  query: PortfolioQuery;
  /** What stands beside the title. */
  aside?: ReactNode;
}

/** The first gaps of a ranking under a title of their own; nothing where there are none. */
export function Ranking({ title, gaps, most, unit, query, aside }: RankingProps) {
  if (gaps.length === 0) return null;
  return (
    <section>
      <div className="mb-1 flex items-baseline justify-between gap-x-3 print:mb-0.5">
        <h3 className="text-[0.75rem] font-medium text-ink-3">{title}</h3>
        {aside}
      </div>
      <ul className="grid gap-1" data-sorted="">
        {gaps.slice(0, most).map((gap) => (
          <RankedGapLine
            key={`${gap.service} ${gap.question}`}
            gap={gap}
            asOf={query.asOf}
            unit={unit}
            effort
          />
        ))}
      </ul>
    </section>
  );
}

/** A list of a ranking with its title, and with that for a single line. */
export interface Ranked {
  title: string;
  short: string;
  gaps: readonly WorthGap[];
  when: "now" | "launch";
  /** None of its gaps leads to a cost with a price. */
  unpriced: boolean;
}

/**
 * The lists of a ranking that have anything: of live services first, then before a launch; what has no price stands
 * apart, after both (R6, R8).
 */
export function rankings({ now, atLaunch, unpriced }: BestGaps): Ranked[] {
  const all: Ranked[] = [
    { title: "Of live services", short: "Live", gaps: now, when: "now", unpriced: false },
    { title: "Before a launch", short: "Before a launch", gaps: atLaunch, when: "launch", unpriced: false },
    {
      title: "Of live services, without a price: incidents, weighed by tier",
      short: "Live, unpriced",
      ...{ gaps: unpriced.now, when: "now", unpriced: true },
    },
    {
      title: "Before a launch, without a price: incidents, weighed by tier",
      short: "At launch, unpriced",
      ...{ gaps: unpriced.atLaunch, when: "launch", unpriced: true },
    },
  ];
  return all.filter(({ gaps }) => gaps.length > 0);
}

/** What the figures of a ranking are. */
export const savedByADay = (unit: Unit): string =>
  unit === null ? "incidents a day of work prevents, weighed by tier" : "saved a year by a day of work";
