import type { PortfolioQuery } from "@/components/addresses/pages";
import { Ranking, savedByADay } from "@/components/portfolio/ranking";
import { Card } from "@/components/ui/card";
import type { WorthGap } from "@/lib/contracts/ranked-gap";
import type { Unit } from "@/lib/domain/amount-text";

/** A ranking under its title. */
export interface BestList {
  title: string;
  gaps: readonly WorthGap[];
}

interface BestGapsCardsProps {
  fixes: readonly BestList[];
  questions: readonly BestList[];
  unit: Unit;
  query: PortfolioQuery;
}

const MOST = 3;

/** What to fix next, and what to find out next, apart (R8); nothing where there is neither. */
export function BestGapsCards({ fixes, questions, unit, query }: BestGapsCardsProps) {
  if (fixes.length + questions.length === 0) return null;
  return (
    <div className="grid items-start gap-4.5 md:grid-cols-2 print:grid-cols-2 print:gap-2">
      <Card title="Best next fixes" aside={savedByADay(unit)}>
        <Lists lists={fixes} unit={unit} query={query} />
        {fixes.length === 0 && (
          <p className="text-ink-2">No known gap needs a fix: what is open is unknown or accepted.</p>
        )}
      </Card>
      <Card title="Best questions to answer" aside={savedByADay(unit)}>
        <Lists lists={questions} unit={unit} query={query} />
        {questions.length === 0 && (
          <p className="text-ink-2">Nothing is unknown: every question that counts has a clear answer.</p>
        )}
      </Card>
    </div>
  );
}

function Lists({
  lists,
  unit,
  query,
}: Pick<BestGapsCardsProps, "unit" | "query"> & { lists: readonly BestList[] }) {
  return (
    <div className="grid gap-3">
      {lists.map(({ title, gaps }) => (
        <Ranking key={title} title={title} gaps={gaps} most={MOST} unit={unit} query={query} />
      ))}
    </div>
  );
}
