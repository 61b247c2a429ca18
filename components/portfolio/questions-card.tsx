import { Card } from "@/components/ui/card";
import type { Portfolio, RankedGap } from "@/lib/contracts/portfolio";
import type { PortfolioQuery } from "./portfolio-query";
import { RankedGapLine } from "./ranked-gap-line";

/** As many as stand beside the eight costs. */
const SHOWN = 4;

interface QuestionsCardProps {
  questions: Portfolio["questions"];
  query: PortfolioQuery;
}

function Ranking({
  title,
  gaps,
  query,
}: {
  title: string;
  gaps: readonly RankedGap[];
  query: PortfolioQuery;
}) {
  if (gaps.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1.5 text-[0.75rem] font-medium text-ink-3 print:mb-0.5">{title}</h3>
      <ul className="grid gap-1.5 print:gap-1 print:[&>li:nth-child(n+3)]:hidden">
        {gaps.slice(0, SHOWN).map((gap) => (
          <RankedGapLine key={`${gap.service} ${gap.question}`} gap={gap} query={query} />
        ))}
      </ul>
    </section>
  );
}

/** Questions whose answer would tell most for the work behind it: nobody can say today whether they hold (R8). */
export function QuestionsCard({ questions: { now, atLaunch }, query }: QuestionsCardProps) {
  return (
    <Card
      className="print:px-3 print:py-2 print:[&_header]:mb-1"
      title="Best questions to answer"
      aside="incidents a year that cannot be ruled out"
    >
      <div
        id="questions"
        className="grid scroll-mt-30 gap-x-6 gap-y-4 sm:auto-cols-fr sm:grid-flow-col print:grid-flow-row print:gap-y-1.5"
      >
        <Ranking title="Of live services" gaps={now} query={query} />
        <Ranking title="Before a launch" gaps={atLaunch} query={query} />
        {now.length + atLaunch.length === 0 && (
          <p className="text-ink-2">Nothing is unknown: every question that counts has a clear answer.</p>
        )}
      </div>
    </Card>
  );
}
