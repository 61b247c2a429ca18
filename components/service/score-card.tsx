import { TrendLine } from "@/components/charts/trend-line";
import { Card } from "@/components/ui/card";
import type { ReadinessPoint, Scorecard } from "@/lib/contracts/scorecard";
import { counted } from "./counted";
import { StandingPill } from "./standing-pill";
import { scoreTrend } from "./trend-days";

interface ScoreCardProps {
  card: Scorecard;
  points: readonly ReadinessPoint[];
  timeZone: string;
  now: Date;
}

/** The score as a figure and its last twelve months as a line; on its first day, that day. */
export function ScoreCard({ card, points, timeZone, now }: ScoreCardProps) {
  const trend = scoreTrend(points, timeZone, now);
  const { score, standing, counts } = card;
  const first = trend[0]?.value;
  const marks = points
    .filter((point) => point.cause === "checklist")
    .map((point) => ({ at: new Date(point.at), label: "checklist changed" }));
  return (
    <Card title="Score" aside={`${counted(counts.counting, "question")} count`}>
      <div className="flex items-center gap-3">
        <span className="font-serif text-5xl tabular-nums">
          {standing === "unassessed" || score === null ? (
            <span className="text-3xl text-ink-3">No score yet</span>
          ) : (
            score
          )}
        </span>
        {standing !== "unassessed" && score !== null && <span className="text-ink-3">of 100</span>}
        <span className="ml-auto">
          <StandingPill standing={standing} lifecycle={card.service.lifecycle} />
        </span>
      </div>
      <TrendLine
        label={`Score over time${first === undefined || first === null ? "" : `, from ${first} to ${score ?? 0}`}`}
        timeZone={timeZone}
        marks={marks}
        height="h-24"
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
