import { NO_CHOICE } from "@/components/addresses/pages";
import { TrendLine } from "@/components/charts/trend-line";
import { amountFigure, trendSubject, WHEN } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import {
  knownIncidents,
  knownLosses,
  publications,
  shareReady,
  thinned,
} from "@/components/portfolio/trend-series";
import { Card } from "@/components/ui/card";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { Trend } from "@/lib/contracts/portfolio";
import { amountText, type Unit } from "@/lib/domain/amount-text";
import type { TrendRange } from "@/lib/domain/trend-days";

const RANGES: readonly (readonly [TrendRange, string])[] = [
  ["30d", "30 d"],
  ["90d", "90 d"],
  ["1y", "Year"],
  ["all", "All"],
];

/** A range of a trend as an address has it; a year when it has none that is known. */
export const readRange = (value: string | string[] | undefined): TrendRange =>
  RANGES.find(([range]) => range === value)?.[0] ?? "1y";

interface TeamTrendCardProps {
  trend: Trend;
  team: string;
  /** An earlier instant; null for now. */
  asOf: string | null;
  unit: Unit;
  /** The address of the page with another range. */
  href: (range: TrendRange) => string;
}

/** How the share of a team's services that are ready, and what its known gaps are expected to cause, have moved (H4, S8). */
export function TeamTrendCard({ trend, team, asOf, unit, href }: TeamTrendCardProps) {
  const query = { ...NO_CHOICE, team: [team], asOf: asOf ?? "" };
  const points = thinned(trend.points);
  const last = points.at(-1);
  const when = last && last.now.known === 0 && last.atLaunch.known > 0 ? "atLaunch" : "now";
  const losses = knownLosses(points, when);
  const inMoney = unit !== null && losses.filter(({ value }) => value !== null).length > 1;
  const own = inMoney ? unit : null;
  const what = inMoney ? "known loss a year" : "known incidents a year";
  return (
    <Card
      title="Trend"
      aside={
        <LinkTabs
          label="How far the trend looks back"
          look="segments"
          tabs={RANGES.map(([range, label]) => ({
            href: href(range),
            label,
            current: range === trend.range,
          }))}
        />
      }
    >
      {points.length < 2 ? (
        <p className="text-ink-2">No line yet: it needs two days of data.</p>
      ) : (
        <>
          <p className="-mt-1.5 text-[0.75rem] text-ink-3">
            Share of services that are ready, and {what}
            {when === "now" ? "" : " at launch"}
          </p>
          <TrendLine
            label={`Share of services that are ready, and ${inMoney ? "the loss" : "incidents"} a year that known gaps are expected to cause`}
            timeZone="UTC"
            height="h-28"
            marks={publications(trend.checklists)}
            series={[
              {
                name: inMoney ? "Known loss a year" : "Incidents a year",
                points: inMoney ? losses : knownIncidents(points, when),
                tone: "brass",
                format: (value, at) => {
                  const subject = trendSubject(query, at, points.at(-1)?.day ?? "") ?? team;
                  return <FigureText of={amountFigure(subject, `${WHEN[when]}.known`, value, own)} />;
                },
                plain: (value) => amountText(value, own),
                filled: true,
              },
              {
                name: "Share ready",
                points: shareReady(points),
                tone: "good",
                format: (value) => `${value}%`,
                top: 100,
              },
            ]}
          />
        </>
      )}
    </Card>
  );
}
