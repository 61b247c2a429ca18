import type { ReactNode } from "react";
import { type PortfolioQuery, portfolioPage } from "@/components/addresses/pages";
import { RANGES } from "@/components/addresses/portfolio-query";
import { CHART_TONE, type ChartTone } from "@/components/charts/chart-tone";
import { TrendLine } from "@/components/charts/trend-line";
import { unitOfPortfolio } from "@/components/figure/amount";
import { amountFigure, choiceSubject, countFigure, trendSubject, WHEN } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { amountText } from "@/lib/domain/amount-text";
import { knownIncidents, knownLosses, meanScores, publications, shareReady, thinned } from "./trend-series";
import { dayInWords } from "./words";

const TITLE = { "30d": "Thirty days", "90d": "Ninety days", "1y": "Twelve months", all: "All the time" };

function Key({ tone, children }: { tone: ChartTone; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className={classNames("h-0.5 w-3.5 rounded-full bg-current", CHART_TONE[tone])}
      />
      {children}
    </li>
  );
}

function Figure({ tone, text, of }: { tone: ChartTone; text: ReactNode; of: string }) {
  return (
    <span>
      <b className={classNames("mr-1.5 font-serif text-4xl font-normal", CHART_TONE[tone])}>{text}</b>
      {of}
    </span>
  );
}

/** How the share of ready services and the incidents of known gaps have moved; its range is in the address. */
export function TrendCard({ portfolio, query }: { portfolio: Portfolio; query: PortfolioQuery }) {
  const { trend, totals, day } = portfolio;
  const when = totals.now.known + totals.now.unknown > 0 || totals.atLaunch.known === 0 ? "now" : "atLaunch";
  const points = thinned(trend.points);
  const ready = shareReady(points);
  const unit = unitOfPortfolio(portfolio);
  const losses = knownLosses(points, when);
  const inMoney = unit !== null && losses.filter(({ value }) => value !== null).length > 1;
  const expected = inMoney ? losses : knownIncidents(points, when);
  const said = (value: number, at: Date) => {
    const subject = trendSubject(query, at, points.at(-1)?.day ?? day);
    const of = inMoney ? unit : null;
    return subject === null ? (
      amountText(value, of)
    ) : (
      <FigureText of={amountFigure(subject, `${WHEN[when]}.known`, value, of)} />
    );
  };
  const total = totals[when];
  const what = inMoney ? "known exposure" : "known incidents a year";
  const few = trend.points.length < 2;
  const [first, last] = [ready.at(0)?.value, ready.at(-1)?.value];
  const from = trend.points[0]?.day ?? day;
  return (
    <Card
      className="print:[&_header]:mb-1.5"
      title={TITLE[trend.range]}
      aside={
        <LinkTabs
          label="How far the trend looks back"
          look="segments"
          tabs={RANGES.map(([range, label]) => ({
            href: portfolioPage.href(query, { range }),
            label,
            current: range === trend.range,
          }))}
        />
      }
    >
      <ul className="-mt-1.5 flex flex-wrap gap-x-4 text-[0.75rem] text-ink-3 print:gap-x-2 print:text-[0.625rem]">
        <Key tone="good">share ready</Key>
        <Key tone="brass">
          {what}
          {when === "now" ? ", carried now" : ", at launch"}
        </Key>
      </ul>
      {few ? (
        <div className="pt-5 pb-2 text-ink-2">
          <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
            <Figure tone="good" text={last === null || last === undefined ? "–" : `${last}%`} of="ready" />
            <Figure
              tone="brass"
              text={
                <FigureText
                  of={amountFigure(
                    choiceSubject(query, query.asOf),
                    `${WHEN[when]}.known`,
                    unit === null ? total.known : (total.knownLoss ?? total.known),
                    total.knownLoss === null ? null : unit,
                  )}
                />
              }
              of={unit === null ? "incidents a year" : "a year"}
            />
          </p>
          <p className="mt-2.5">
            No line yet: the records begin {from === day ? "today" : `on ${dayInWords(from, day)}`}, and a
            line needs two days.
          </p>
        </div>
      ) : (
        <TrendLine
          label={`Share of services that are ready${first === undefined || first === null ? "" : `, from ${first} to ${last ?? 0} percent`}, and ${inMoney ? "the loss" : "incidents"} a year that known gaps are expected to cause`}
          timeZone="UTC"
          height="h-24 print:h-20"
          marks={publications(trend.checklists)}
          series={[
            {
              name: inMoney ? "Known exposure a year" : "Incidents a year",
              points: expected,
              tone: "brass",
              format: said,
              plain: (value) => amountText(value, inMoney ? unit : null),
              filled: true,
            },
            { name: "Share ready", points: ready, tone: "good", format: (value) => `${value}%`, top: 100 },
          ]}
          beside={[
            {
              name: "Mean score",
              points: meanScores(points),
              tone: "faint",
              format: (value, at) => {
                const subject = trendSubject(query, at, points.at(-1)?.day ?? day);
                return subject === null ? value : <FigureText of={countFigure(subject, "score", value)} />;
              },
              plain: String,
            },
          ]}
        />
      )}
    </Card>
  );
}
