import Link from "next/link";
import { Fragment } from "react";
import { Figured } from "@/components/figure/figure-text";
import type { LinkedWords } from "@/components/figure/linked-words";
import { classNames } from "@/components/ui/class-names";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { unitOfPortfolio } from "../exposure/amount";
import type { PortfolioQuery } from "./portfolio-query";
import { assumptionWords, atLaunchWords, sinceWords } from "./since-words";

/** Words with links in running text, where a sentence of its own would be too loud. */
export function Words({ words }: { words: readonly LinkedWords[] }) {
  return words.map((part, index) => {
    const text = part.isolate ? <bdi>{part.text}</bdi> : <Figured text={part.text} figures={part.figures} />;
    const tone = part.tone === "good" ? "text-yes" : part.tone === "bad" ? "text-no" : "";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other identity
      <Fragment key={index}>
        {part.href === undefined ? (
          text
        ) : (
          <Link href={part.href} prefetch={false} className={classNames("link", tone)}>
            {text}
          </Link>
        )}
      </Fragment>
    );
  });
}

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
    <Words
      words={parts.flatMap((part, index) => {
        if (index === 0) return part;
        const ended = parts[index - 1]?.at(-1)?.text.trimEnd().endsWith(".");
        return [{ text: ended ? " " : ". " }, ...part];
      })}
    />
  );
}
