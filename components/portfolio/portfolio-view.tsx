import type { ReactNode } from "react";
import { changesHref } from "@/components/addresses/leads-to";
import {
  CHOICE_NAMES,
  isNarrowed,
  NO_CHOICE,
  type PortfolioQuery,
  portfolioPage,
} from "@/components/addresses/pages";
import { unitOfPortfolio } from "@/components/figure/amount";
import { LinkedSentence, LinkedText } from "@/components/figure/linked-sentence";
import { plainText } from "@/components/figure/linked-words";
import { ChoiceChips } from "@/components/filters/choice-chips";
import { type ChoiceFrame, ChoiceToolbar } from "@/components/filters/choice-toolbar";
import { ExportMenu } from "@/components/filters/export-menu";
import { goneTeams, type ListChoices } from "@/components/filters/filter-options";
import { SearchCarrier } from "@/components/filters/search-carrier";
import { AsOfBanner } from "@/components/shell/as-of-banner";
import { AsOfControl } from "@/components/shell/as-of-control";
import { PaperHead } from "@/components/shell/paper-head";
import { pastWords } from "@/components/shell/past-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { counted } from "@/lib/domain/words";
import { CostsCard } from "./costs-card";
import { FixesCard } from "./fixes-card";
import { FurtherRankings } from "./further-rankings";
import { headline } from "./headline";
import { HeatCard } from "./heat-card";
import { Ranking, rankings, savedByADay } from "./ranking";
import { moves } from "./since-words";
import { StandingCard } from "./standing-card";
import { TrendCard } from "./trend-card";

interface PortfolioViewProps {
  portfolio: Portfolio;
  query: PortfolioQuery;
  choices: ListChoices;
  /** The day that it is now, in the organisation's time zone. */
  today: string;
  timeZone: string;
  /** Whose portfolio it is: said on paper, where no bar stands over it. */
  organisation: string;
  /** What comes next and what waits; on a page of the past nothing does. */
  ahead?: ReactNode;
  /** What stands over everything: that some of it is an example. */
  children?: ReactNode;
}

/** Which services can the business rely on? The sentence first, then what it is made of. */
export function PortfolioView({
  portfolio,
  query,
  choices,
  today,
  timeZone,
  organisation,
  ahead,
  children,
}: PortfolioViewProps) {
  const { totals } = portfolio;
  const frame: ChoiceFrame = {
    query,
    choices,
    path: "/",
    keep: portfolioPage.beside(query, CHOICE_NAMES),
    href: (change) => portfolioPage.href(query, change),
  };
  return (
    <>
      <PaperHead organisation={organisation} day={portfolio.day} past={portfolio.past} />
      {portfolio.past && (
        <div className="print:hidden">
          <PastBanner portfolio={portfolio} query={query} timeZone={timeZone} />
        </div>
      )}
      {children}
      <div className="mb-2.5 print:mb-2 [&_.say]:max-w-none [&_.say]:text-[1.1875rem] md:[&_.say]:text-[1.5rem] print:[&_.say]:text-[1.3125rem]">
        <LinkedSentence words={headline(totals, portfolio.costs, query, unitOfPortfolio(portfolio))} />
        <Moved portfolio={portfolio} query={query} />
      </div>
      <SearchCarrier className="mb-3 grid gap-2.5 print:mb-2">
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
              href={(day) => portfolioPage.href(query, { asOf: day ?? "" })}
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
              {ahead}
            </>
          )}
          <HeatCard portfolio={portfolio} query={query} gone={goneTeams(choices)} />
        </div>
      )}
    </>
  );
}

interface NoMatchProps {
  query: PortfolioQuery;
  retired: number;
  narrowed: boolean;
}

/** What stands where no service is: filters that match none, an instant before the first, or only retired ones. */
function NoMatch({ query, retired, narrowed }: NoMatchProps) {
  const past = query.asOf !== "";
  const title = narrowed
    ? "No service matches these filters."
    : past
      ? "There was no service yet."
      : "Every service is retired.";
  return (
    <Card>
      <EmptyState
        title={title}
        action={
          <>
            {narrowed && (
              <ButtonLink href={portfolioPage.href(query, NO_CHOICE)}>Clear the filters</ButtonLink>
            )}
            {past && <ButtonLink href={portfolioPage.href(query, { asOf: "" })}>Back to today</ButtonLink>}
            {retired > 0 && (
              <ButtonLink href={portfolioPage.href(query, { lifecycle: ["retired"] })}>
                Show {counted(retired, "retired service")}
              </ButtonLink>
            )}
          </>
        }
      >
        {narrowed
          ? "More values in one filter show more; another filter shows fewer."
          : past
            ? "Choose a later day to see what there was."
            : "Retired services count in no figure unless you filter for them."}
      </EmptyState>
    </Card>
  );
}

interface PastBannerProps {
  portfolio: Portfolio;
  query: PortfolioQuery;
  timeZone: string;
}

/** That the portfolio is one of the past, and the ways from there. */
function PastBanner({ portfolio, query, timeZone }: PastBannerProps) {
  const when = pastWords(portfolio, query, timeZone);
  return (
    <AsOfBanner what="the portfolio" when={when} now={portfolioPage.href(query, { asOf: "" })}>
      <Link href={changesHref(query, query.asOf)} className="link min-h-6 content-center">
        What changed since
      </Link>
    </AsOfBanner>
  );
}

/** As many as stand beside the eight costs. */
const SHOWN = 3;

/** Questions whose answer would tell most for the work behind it: nobody can say today whether they hold (R8). */
export function QuestionsCard({ portfolio, query }: { portfolio: Portfolio; query: PortfolioQuery }) {
  const unit = unitOfPortfolio(portfolio);
  const all = rankings(portfolio.questions);
  const lists = all.slice(0, 2);
  return (
    <Card
      className="print:[&_header]:mb-1 print:[&_header>div]:hidden print:[&_li:nth-child(n+3)]:hidden print:[&_section+section_li:nth-child(n+2)]:hidden"
      title="Best questions to answer"
      aside={savedByADay(unit)}
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

/** Under the headline, in a line: what moved since a month ago, each with its reason, and the way to the rest. */
function Moved({ portfolio, query }: { portfolio: Portfolio; query: PortfolioQuery }) {
  const moved = portfolio.totals.services > 0 ? moves(portfolio, query) : null;
  if (!moved) return null;
  return (
    <ul
      aria-label={`What moved ${moved.since}`}
      className="mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2 max-md:text-sm print:mt-1 print:text-[0.75rem]"
    >
      {moved.items.length === 0 && <li>No service moved</li>}
      {moved.items.map((item) => (
        <li key={plainText(item)}>
          <LinkedText words={item} />
        </li>
      ))}
      <li>
        <Link href={moved.href} className="link text-ink-3">
          All changes<span className="max-md:sr-only"> {moved.since}</span>
        </Link>
      </li>
    </ul>
  );
}
