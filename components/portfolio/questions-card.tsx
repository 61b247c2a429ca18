import { Card } from "@/components/ui/card";
import type { Portfolio } from "@/lib/contracts/portfolio";
import type { PortfolioQuery } from "../address/portfolio-query";
import { unitOfPortfolio } from "../figure/amount";
import { FurtherRankings } from "./further-rankings";
import { Ranking, rankings } from "./ranking";

/** As many as stand beside the eight costs. */
const SHOWN = 3;

/** Questions whose answer would tell most for the work behind it: nobody can say today whether they hold (R8). */
export function QuestionsCard({ portfolio, query }: { portfolio: Portfolio; query: PortfolioQuery }) {
  const unit = unitOfPortfolio(portfolio);
  const all = rankings(portfolio.questions);
  const lists = all.slice(0, 2);
  return (
    <Card
      className="print:px-3 print:py-2 print:[&_header]:mb-1 print:[&_header>div]:hidden print:[&_li:nth-child(n+3)]:hidden print:[&_section+section_li:nth-child(n+2)]:hidden"
      title="Best questions to answer"
      aside={`${unit === null ? "incidents" : "loss"} a year that cannot be ruled out`}
    >
      <div id="questions" className="grid scroll-mt-30 gap-3 print:gap-y-1.5">
        {lists.map(({ title, gaps }) => (
          <Ranking key={title} title={title} gaps={gaps} most={SHOWN} unit={unit} query={query} />
        ))}
        <FurtherRankings lists={all.slice(2)} which="questions" {...{ portfolio, query }} />
        {lists.length === 0 && (
          <p className="text-ink-2">Nothing is unknown: every question that counts has a clear answer.</p>
        )}
      </div>
    </Card>
  );
}
