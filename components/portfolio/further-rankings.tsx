import { exposureHref, gapsHref, questionHref } from "@/components/addresses/leads-to";
import type { PortfolioQuery } from "@/components/addresses/pages";
import { unitOfPortfolio } from "@/components/figure/amount";
import { FigureText } from "@/components/figure/figure-text";
import { Link } from "@/components/ui/link";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { aDayFigure } from "./ranked-gap-line";
import type { Ranked } from "./ranking";

interface FurtherRankingsProps {
  lists: readonly Ranked[];
  which: "fixes" | "questions";
  portfolio: Portfolio;
  query: PortfolioQuery;
}

/** The rankings that have no room of their own: a line for each, with its best gap and, where there is a list of them, the way to it (R8). */
export function FurtherRankings({ lists, which, portfolio, query }: FurtherRankingsProps) {
  if (lists.length === 0) return null;
  return (
    <ul className="grid text-sm print:hidden">
      {lists.map((list) => (
        <FurtherLine key={list.title} {...{ list, which, portfolio, query }} />
      ))}
    </ul>
  );
}

interface FurtherLineProps extends Omit<FurtherRankingsProps, "lists"> {
  list: Ranked;
}

function FurtherLine({ list, which, portfolio, query }: FurtherLineProps) {
  const [best] = list.gaps;
  if (!best) return null;
  const href = wholeList({ list, which, portfolio, query });
  const unit = unitOfPortfolio(portfolio);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-2">
      {href === undefined ? (
        <span className="text-ink-3">{list.short}</span>
      ) : (
        <Link href={href} className="link min-h-6 content-center">
          {list.short}
        </Link>
      )}
      <Link
        href={questionHref(best.service, best.question, query.asOf)}
        title={best.text}
        className="min-h-6 content-center text-pretty hover:underline [overflow-wrap:anywhere]"
      >
        <bdi>{best.title}</bdi> · <bdi>{best.serviceName}</bdi>
      </Link>
      <span className="tabular-nums">
        {!best.known && <span className="text-ink-3">up to </span>}
        <b className="font-strong">
          <FigureText of={aDayFigure(best, query.asOf, unit)} />
        </b>
        {best.expectedLoss === null && unit !== null && " incidents"}
        <span className="sr-only"> a year for a day of work</span>
      </span>
    </li>
  );
}

/**
 * Where all of a ranking are: to suppose them closed, or in the list of gaps; nowhere for the past, nor for those without
 * a price, of which no list is made apart.
 */
function wholeList({ list, which, query }: FurtherLineProps): string | undefined {
  if (query.asOf !== "" || list.unpriced) return undefined;
  if (which === "fixes") return exposureHref(query, "#what-if", list.when);
  return gapsHref(query, {
    kind: "unknown",
    when: list.when === "now" ? "now" : "atLaunch",
    sort: "worthPerDay",
  });
}
