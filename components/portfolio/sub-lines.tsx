import Link from "next/link";
import { Fragment } from "react";
import type { LinkedWords } from "@/components/service/counted";
import { classNames } from "@/components/ui/class-names";
import type { Portfolio } from "@/lib/contracts/portfolio";
import type { PortfolioQuery } from "./portfolio-query";
import { atLaunchWords, sinceWords } from "./since-words";

/** Words with links in running text, where a sentence of its own would be too loud. */
export function Words({ words }: { words: readonly LinkedWords[] }) {
  return words.map((part, index) => {
    const text = part.isolate ? <bdi>{part.text}</bdi> : part.text;
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

/** Under the headline: what waits for its launch, and what is different from a month ago. */
export function Sub({ portfolio, query }: { portfolio: Portfolio; query: PortfolioQuery }) {
  const { totals } = portfolio;
  if (totals.services === 0) return null;
  const launch = atLaunchWords(totals.atLaunch, query);
  const since = sinceWords(portfolio, query);
  return (
    <>
      <Words words={launch} />
      {launch.length > 0 && since.length > 0 && " "}
      <Words words={since} />
    </>
  );
}
