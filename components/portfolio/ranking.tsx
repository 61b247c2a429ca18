import type { BestGaps, WorthGap } from "@/lib/contracts/portfolio";
import type { Unit } from "../exposure/amount";
import type { PortfolioQuery } from "./portfolio-query";
import { RankedGapLine } from "./ranked-gap-line";

interface RankingProps {
  title: string;
  gaps: readonly WorthGap[];
  /** How many are shown. */
  most: number;
  unit: Unit;
  query: PortfolioQuery;
}

/** The first gaps of a ranking under a title of their own; nothing where there are none. */
export function Ranking({ title, gaps, most, unit, query }: RankingProps) {
  if (gaps.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-[0.75rem] font-medium text-ink-3 print:mb-0.5">{title}</h3>
      <ul className="grid gap-1">
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

/** A list of a ranking with its title. */
interface Ranked {
  title: string;
  gaps: readonly WorthGap[];
  when: "now" | "launch";
}

/**
 * The lists of a ranking that have anything: of live services first, then before a launch; what has no price stands
 * apart, after both (R6, R8).
 */
export function rankings({ now, atLaunch, unpriced }: BestGaps): Ranked[] {
  const all: Ranked[] = [
    { title: "Of live services", gaps: now, when: "now" },
    { title: "Before a launch", gaps: atLaunch, when: "launch" },
    { title: "Of live services, without a price", gaps: unpriced.now, when: "now" },
    { title: "Before a launch, without a price", gaps: unpriced.atLaunch, when: "launch" },
  ];
  return all.filter(({ gaps }) => gaps.length > 0);
}
