import { type PortfolioQuery, portfolioPage } from "@/components/addresses/pages";
import { sortedBy, toPortfolioFilters } from "@/components/addresses/portfolio-query";
import { unitOfPortfolio } from "@/components/figure/amount";
import { choiceSubject, countFigure } from "@/components/figure/figure";
import { Figured } from "@/components/figure/figure-text";
import { buttonLook } from "@/components/ui/button-look";
import { Card } from "@/components/ui/card";
import { FilterMenu } from "@/components/ui/filter-menu";
import { Link } from "@/components/ui/link";
import { VerdictLegend } from "@/components/verdict/verdict-legend";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { counted } from "@/lib/domain/words";
import type { SortWay } from "./heat/heat-head";
import { HeatMap } from "./heat/heat-map";

type Sort = PortfolioQuery["sort"];

const SORT_NAMES: Record<Sort, string> = {
  "-loss": "Largest loss first",
  loss: "Smallest loss first",
  "-incidents": "Most incidents first",
  incidents: "Fewest incidents first",
  score: "Lowest score first",
  "-score": "Highest score first",
  "-gaps": "Most gaps first",
  gaps: "Fewest gaps first",
  tier: "Most critical first",
  "-tier": "Least critical first",
  name: "By name",
  "-name": "By name, from Z",
};
/** While nothing has a price, the loss of a service is its incidents. */
const UNPRICED_NAMES: Record<Sort, string> = {
  ...SORT_NAMES,
  "-loss": SORT_NAMES["-incidents"],
  loss: SORT_NAMES.incidents,
};
/** What the menu offers; beside it, what the address asks for. */
const OFFERED: readonly Sort[] = ["-loss", "loss", "score", "-score", "-gaps", "tier", "name"];

interface HeatCardProps {
  portfolio: Portfolio;
  query: PortfolioQuery;
  /** Short names of teams of then that were deleted since: they have no page. */
  gone: readonly string[];
}

/** The heat map with what orders it: services down, the ten areas across. */
export function HeatCard({ portfolio, query, gone }: HeatCardProps) {
  const { items, nextCursor, totals } = portfolio;
  const total = totals.services + (query.lifecycle.length > 0 ? totals.retired : 0);
  const unit = unitOfPortfolio(portfolio);
  const names = unit === null ? UNPRICED_NAMES : SORT_NAMES;
  const same = OFFERED.some((sort) => names[sort] === names[query.sort]);
  const sorts = same ? OFFERED : [...OFFERED, query.sort];
  const way = (key: "name" | "score" | "loss"): SortWay => ({
    href: portfolioPage.href(query, { sort: sortedBy(query, key) }, "#heat"),
    sorted: query.sort === key ? "ascending" : query.sort === `-${key}` ? "descending" : undefined,
  });
  // the rows are the same over whatever range the trend looks back
  const rows: PortfolioQuery = { ...query, range: "30d" };
  return (
    <Card className="overflow-visible! p-0! print:break-inside-auto!">
      <header
        id="heat"
        className="flex scroll-mt-14 flex-wrap items-center gap-x-2.5 gap-y-2 px-4.5 py-2.5 print:px-2 print:py-1"
      >
        <h2 className="text-sm font-strong text-ink-2">
          Ten areas,{" "}
          <Figured
            text={counted(total, "service")}
            figures={[countFigure(choiceSubject(query, query.asOf), "listed", total)]}
          />
        </h2>
        <span className="ml-auto">
          <VerdictLegend />
        </span>
        <span className="flex flex-wrap gap-1.5 print:hidden">
          <FilterMenu
            single
            label={names[query.sort]}
            options={sorts.map((sort) => ({
              href: portfolioPage.href(query, { sort }, "#heat"),
              label: names[sort],
              checked: names[sort] === names[query.sort],
            }))}
          />
          <Link
            href={portfolioPage.href(query, { group: query.group === "" ? "team" : "" }, "#heat")}
            scroll={false}
            className={buttonLook("plain", "normal")}
          >
            {query.group === "team" ? "Do not group" : "Group by team"}
          </Link>
        </span>
      </header>
      <HeatMap
        key={portfolioPage.href(rows)}
        first={{ items, nextCursor }}
        filters={toPortfolioFilters(rows)}
        total={total}
        mixed={totals.example > 0 && totals.example < totals.services}
        sorts={{ name: way("name"), score: way("score"), loss: way("loss") }}
        unit={unit}
        gone={gone}
      />
    </Card>
  );
}
