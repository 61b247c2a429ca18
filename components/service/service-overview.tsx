import type { History, Scorecard } from "@/lib/contracts/scorecard";
import { AbilitiesCard } from "./abilities-card";
import { AreasCard } from "./areas-card";
import { localDay } from "./days";
import { ExposureCard } from "./exposure-card";
import type { GapQuery } from "./gap-query";
import { GapsCard } from "./gaps-card";
import { NeighboursCard } from "./neighbours-card";
import type { PlanFrame } from "./plan-context";
import { ScoreCard } from "./score-card";
import { ServiceHead } from "./service-head";
import { TimelineCard } from "./timeline-card";

interface ServiceOverviewProps {
  card: Scorecard;
  history: History;
  query: GapQuery;
  people: PlanFrame["people"];
  teams: readonly { slug: string; name: string }[];
  timeZone: string;
  now: Date;
}

/** How far is it, and what is it costing? Everything that is known of one service. */
export function ServiceOverview({
  card,
  history,
  query,
  people,
  teams,
  timeZone,
  now,
}: ServiceOverviewProps) {
  return (
    <>
      <ServiceHead card={card} points={history.points} timeZone={timeZone} now={now} teams={teams} />
      <div className="grid gap-4.5">
        <div className="grid gap-4.5 md:grid-cols-[1.1fr_1.35fr_1.15fr]">
          <ScoreCard card={card} points={history.points} timeZone={timeZone} now={now} />
          <AreasCard card={card} />
          <AbilitiesCard abilities={card.abilities} />
        </div>
        <GapsCard card={card} query={query} people={people} today={localDay(now, timeZone)} />
        <div className="grid items-start gap-4.5 md:grid-cols-[1.75fr_1fr]">
          <ExposureCard card={card} />
          <NeighboursCard card={card} />
        </div>
        <TimelineCard card={card} entries={history.entries} timeZone={timeZone} />
      </div>
    </>
  );
}
