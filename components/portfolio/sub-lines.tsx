import { LinkedText } from "@/components/figure/linked-sentence";
import type { Portfolio } from "@/lib/contracts/portfolio";
import type { PortfolioQuery } from "../address/portfolio-query";
import { unitOfPortfolio } from "../figure/amount";
import { assumptionWords, atLaunchWords, sinceWords } from "./since-words";

/** Under the headline: what is different from a month ago, what waits for its launch, and what amounts stand on. */
export function Sub({ portfolio, query }: { portfolio: Portfolio; query: PortfolioQuery }) {
  const { totals } = portfolio;
  if (totals.services === 0) return null;
  const parts = [
    sinceWords(portfolio, query),
    atLaunchWords(totals.atLaunch, query, unitOfPortfolio(portfolio)),
    assumptionWords(portfolio),
  ].filter((part) => part.length > 0);
  return (
    <LinkedText
      words={parts.flatMap((part, index) => {
        if (index === 0) return part;
        const ended = parts[index - 1]?.at(-1)?.text.trimEnd().endsWith(".");
        return [{ text: ended ? " " : ". " }, ...part];
      })}
    />
  );
}
