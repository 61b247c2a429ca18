import { ALL_NOW } from "@/components/address/portfolio-query";
import { BestGapsCards } from "@/components/gaps/best-gaps-cards";
import { localDay } from "@/components/ui/days";
import type { Changes } from "@/lib/contracts/changes";
import type { History, Scorecard } from "@/lib/contracts/scorecard";
import { carriedWhen } from "@/lib/domain/exposure";
import type { PlanFrame } from "../gaps/plan-context";
import { AbilitiesCard } from "./abilities-card";
import { AnswersThen } from "./answers-then";
import { AreasCard } from "./areas-card";
import { bestOfService } from "./best-of-service";
import { ChangedCard } from "./changed-card";
import { ExposureCard } from "./exposure-card";
import type { GapQuery } from "./gap-query";
import { GapsCard } from "./gaps-card";
import { NeighboursCard } from "./neighbours-card";
import { ScoreCard } from "./score-card";
import { ServiceHead } from "./service-head";
import { TimelineCard } from "./timeline-card";

interface ServiceOverviewProps {
  card: Scorecard;
  history: History;
  /** Over the time that the trend shows. */
  changes: Changes;
  query: GapQuery;
  /** Where the trend begins; null at the first point. */
  first: Date | null;
  people: PlanFrame["people"];
  teams: readonly { slug: string; name: string }[];
  timeZone: string;
  /** What losses are in, ISO 4217. */
  currency: string;
  /** The instant that the page speaks of. */
  now: Date;
  /** The day that it is today. */
  today: string;
}

/** How far is it, and what is it costing? Everything that is known of one service, or was at an instant of the past. */
export function ServiceOverview({
  card,
  history,
  changes,
  query,
  first,
  people,
  teams,
  timeZone,
  currency,
  now,
  today,
}: ServiceOverviewProps) {
  return (
    <>
      <ServiceHead {...{ card, query, timeZone, now, today, teams }} points={history.points} />
      <div className="grid gap-4.5">
        <div className="grid gap-4.5 md:grid-cols-[1.1fr_1.35fr_1.15fr]">
          <ScoreCard {...{ card, query, first, timeZone, now }} points={history.points} />
          <AreasCard card={card} asOf={query.asOf} />
          <AbilitiesCard abilities={card.abilities} />
        </div>
        {carriedWhen(card.service.lifecycle, card.service.deletedAt !== null) !== "never" &&
          card.standing !== "unassessed" && (
            <BestGapsCards
              {...bestOfService(card)}
              unit={card.exposure.pricedCosts > 0 ? { currency } : null}
              query={{ ...ALL_NOW, asOf: query.asOf ?? "" }}
            />
          )}
        <GapsCard
          card={card}
          query={query}
          people={people}
          currency={currency}
          today={localDay(now, timeZone)}
        />
        <div className="grid items-start gap-4.5 md:grid-cols-[1.75fr_1fr]">
          <ExposureCard card={card} query={query} />
          <NeighboursCard card={card} asOf={query.asOf} />
        </div>
        <ChangedCard service={card.service.slug} {...{ changes, query, timeZone }} />
        {query.asOf !== null && <AnswersThen questions={card.questions} timeZone={timeZone} />}
        <TimelineCard card={card} entries={history.entries} timeZone={timeZone} />
      </div>
    </>
  );
}
