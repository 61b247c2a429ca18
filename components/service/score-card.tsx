import { overviewHref, type ServiceQuery } from "@/components/addresses/pages";
import { TrendLine } from "@/components/charts/trend-line";
import { countFigure, serviceSubject } from "@/components/figure/figure";
import { Figured, FigureText } from "@/components/figure/figure-text";
import { Card } from "@/components/ui/card";
import { LinkTabs } from "@/components/ui/link-tabs";
import { AnsweredOf, StandingPill } from "@/components/verdict/standing-pill";
import type { ReadinessPoint, Scorecard } from "@/lib/contracts/scorecard";
import type { TrendRange } from "@/lib/domain/trend-days";
import { counted } from "@/lib/domain/words";
import { scoreTrend } from "./trend-days";

interface ScoreCardProps {
  card: Scorecard;
  points: readonly ReadinessPoint[];
  query: ServiceQuery;
  /** Where the line begins; null at the first point. */
  first: Date | null;
  timeZone: string;
  now: Date;
}

const RANGES: readonly (readonly [TrendRange, string])[] = [
  ["30d", "30 d"],
  ["90d", "90 d"],
  ["1y", "Year"],
  ["all", "All"],
];

/** The score as a figure and how it moved as a line, over a range that is in the address; on its first day, that day. */
export function ScoreCard({ card, points, query, first, timeZone, now }: ScoreCardProps) {
  const trend = scoreTrend(points, timeZone, now, first);
  const { score, standing, counts } = card;
  const from = trend[0]?.value;
  const subject = serviceSubject(card.service.slug, query.asOf);
  const marks = points
    .filter((point) => point.cause === "checklist")
    .map((point) => ({ at: new Date(point.at), label: "checklist changed" }));
  return (
    <Card
      title="Score"
      aside={
        <Figured
          text={`${counted(counts.counting, "question")} count`}
          figures={[countFigure(subject, "counting", counts.counting)]}
        />
      }
    >
      <div className="flex items-center gap-3 print:flex-wrap print:gap-x-1.5 print:gap-y-0">
        <span className="font-serif text-5xl tabular-nums">
          {standing === "unassessed" || score === null ? (
            <span className="text-3xl text-ink-3">No score yet</span>
          ) : (
            <FigureText of={countFigure(subject, "score", score)} />
          )}
        </span>
        {standing !== "unassessed" && score !== null && <span className="text-ink-3">of 100</span>}
        <span className="ml-auto grid justify-items-end gap-1">
          <StandingPill standing={standing} lifecycle={card.service.lifecycle} />
          <AnsweredOf {...counts} />
        </span>
      </div>
      <div className="mt-3 flex justify-end">
        <LinkTabs
          label="How far the trend looks back"
          look="segments"
          tabs={RANGES.map(([range, label]) => ({
            href: overviewHref(card.service.slug, query, { range }),
            label,
            current: range === query.range,
          }))}
        />
      </div>
      <TrendLine
        label={`Score over time${from === undefined || from === null ? "" : `, from ${from} to ${score ?? 0}`}`}
        timeZone={timeZone}
        marks={marks}
        height="h-24 print:h-16"
        empty="No line yet: it starts with the first answer."
        series={[
          {
            name: "Score",
            points: trend,
            tone: "good",
            format: (value) => String(value),
            filled: true,
            top: 100,
          },
        ]}
      />
    </Card>
  );
}
