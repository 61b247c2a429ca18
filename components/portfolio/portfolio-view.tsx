import type { ReactNode } from "react";
import { isNarrowed } from "@/components/address/choice-query";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { ChoiceChips } from "@/components/filters/choice-chips";
import { type ChoiceFrame, ChoiceToolbar } from "@/components/filters/choice-toolbar";
import { ExportMenu } from "@/components/filters/export-menu";
import type { ListChoices } from "@/components/filters/filter-options";
import { SearchCarrier } from "@/components/filters/search-carrier";
import { AsOfControl } from "@/components/shell/as-of-control";
import { pastWords } from "@/components/shell/past-words";
import { formatTime } from "@/components/ui/format-time";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { besides, type PortfolioQuery, portfolioHref } from "../address/portfolio-query";
import { unitOfPortfolio } from "../figure/amount";
import { CostsCard } from "./costs-card";
import { FixesCard } from "./fixes-card";
import { headline } from "./headline";
import { HeatCard } from "./heat-card";
import { NoMatch } from "./no-match";
import { PastBanner } from "./past-banner";
import { QuestionsCard } from "./questions-card";
import { StandingCard } from "./standing-card";
import { Sub } from "./sub-lines";
import { TrendCard } from "./trend-card";

interface PortfolioViewProps {
  portfolio: Portfolio;
  query: PortfolioQuery;
  choices: ListChoices;
  /** Teams of then that were deleted since. */
  gone?: ListChoices["teams"];
  /** The day that it is now, in the organisation's time zone. */
  today: string;
  timeZone: string;
  /** Whose portfolio it is: said on paper, where no bar stands over it. */
  organisation: string;
  /** What stands over everything: that some of it is an example. */
  children?: ReactNode;
}

/** Which services can the business rely on? The sentence first, then what it is made of. */
export function PortfolioView({
  portfolio,
  query,
  choices,
  gone = [],
  today,
  timeZone,
  organisation,
  children,
}: PortfolioViewProps) {
  const { totals } = portfolio;
  const frame: ChoiceFrame = {
    query,
    choices: {
      ...choices,
      teams: [...choices.teams, ...gone.map(({ slug, name }) => ({ slug, name: `${name} (deleted)` }))],
    },
    path: "/",
    keep: besides(query),
    href: (change) => portfolioHref(query, change),
  };
  return (
    <>
      <p className="hidden justify-between border-b border-line pb-1 text-[0.6875rem] text-ink-3 print:mb-1.5 print:flex">
        <span>
          <bdi>{organisation}</bdi>: production readiness
        </span>
        <span>
          {portfolio.past && "as it was on "}
          {formatTime(`${portfolio.day}T00:00:00Z`, "UTC", "day")}
        </span>
      </p>
      {portfolio.past && (
        <div className="print:hidden">
          <PastBanner portfolio={portfolio} query={query} timeZone={timeZone} />
        </div>
      )}
      {children}
      <div className="mb-3.5 print:mb-2 [&_.say]:max-w-none [&_p]:max-w-none print:[&_.say]:text-[1.3125rem] print:[&_p]:mt-1 print:[&_p]:text-[0.75rem]">
        <LinkedSentence
          words={headline(totals, portfolio.costs, query, unitOfPortfolio(portfolio))}
          sub={<Sub portfolio={portfolio} query={query} />}
        />
      </div>
      <SearchCarrier className="mb-3.5 grid gap-2.5 print:mb-2">
        <div className="flex items-start justify-between gap-x-4 gap-y-2 max-md:flex-col print:hidden">
          <ChoiceToolbar {...frame} />
          <div className="flex gap-2">
            <ExportMenu
              what="services"
              choice={query}
              when={portfolio.past ? pastWords(portfolio, query, timeZone) : null}
            />
            <AsOfControl
              day={portfolio.past ? portfolio.day : null}
              today={today}
              href={(day) => portfolioHref(query, { asOf: day ?? "" })}
            />
          </div>
        </div>
        <ChoiceChips {...frame} />
      </SearchCarrier>
      {totals.services === 0 && portfolio.items.length === 0 ? (
        <NoMatch query={query} retired={totals.retired} narrowed={isNarrowed(query)} />
      ) : (
        <div className="grid gap-3.5 print:gap-2">
          {totals.services > 0 && (
            <>
              <div className="grid gap-3.5 md:grid-cols-[1fr_1.35fr] xl:grid-cols-[1fr_1.35fr_1.15fr] print:grid-cols-[0.9fr_1.2fr_1.35fr] print:gap-2">
                <StandingCard totals={totals} query={query} />
                <TrendCard portfolio={portfolio} query={query} />
                <FixesCard portfolio={portfolio} query={query} />
              </div>
              <div className="grid gap-3.5 xl:grid-cols-[1.35fr_1fr] print:grid-cols-[1.3fr_1fr] print:gap-2">
                <CostsCard portfolio={portfolio} query={query} />
                <QuestionsCard portfolio={portfolio} query={query} />
              </div>
            </>
          )}
          <HeatCard portfolio={portfolio} query={query} gone={gone.map(({ slug }) => slug)} />
        </div>
      )}
    </>
  );
}
