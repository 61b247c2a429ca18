import type { ReactNode } from "react";
import { portfolioPage, type ServiceQuery } from "@/components/addresses/pages";
import { countFigure, serviceSubject } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { BestGapsCards } from "@/components/gaps/best-gaps-cards";
import { questionHref } from "@/components/gaps/gap-line";
import type { PlanFrame } from "@/components/gaps/plan-context";
import { PaperHead } from "@/components/shell/paper-head";
import { Card } from "@/components/ui/card";
import { localDay } from "@/components/ui/days";
import { Link } from "@/components/ui/link";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import { WaiversCard } from "@/components/waivers/waivers-card";
import type { Changes } from "@/lib/contracts/changes";
import type { History, Scorecard } from "@/lib/contracts/scorecard";
import type { WaiverRow } from "@/lib/contracts/waivers";
import { carriedWhen } from "@/lib/domain/exposure";
import { ABILITY_TEXT, AREA_TEXT, VERDICT_TEXT, VERDICTS } from "@/lib/domain/vocabulary";
import { AnswersThen } from "./answers-then";
import { bestOfService } from "./best-of-service";
import { ChangedCard } from "./changed-card";
import { ExposureCard } from "./exposure-card";
import { GapsCard } from "./gaps-card";
import { NeighboursCard } from "./neighbours-card";
import { ScoreCard } from "./score-card";
import { ServiceHead } from "./service-head";

interface ServiceOverviewProps {
  card: Scorecard;
  history: History;
  /** Over the time that the trend shows. */
  changes: Changes;
  /** In force and asked for; none of the past. */
  waivers: readonly WaiverRow[];
  query: ServiceQuery;
  /** Where the trend begins; null at the first point. */
  first: Date | null;
  people: PlanFrame["people"];
  teams: readonly { slug: string; name: string }[];
  /** What it is called. */
  organisation: string;
  timeZone: string;
  /** What losses are in, ISO 4217. */
  currency: string;
  /** The instant that the page speaks of. */
  now: Date;
  /** The day that it is today. */
  today: string;
  /** The launches that it is on. */
  launches?: ReactNode;
}

/** How far is it, and what is it costing? Everything that is known of one service, or was at an instant of the past. */
export function ServiceOverview({
  card,
  history,
  changes,
  waivers,
  query,
  first,
  people,
  teams,
  organisation,
  timeZone,
  currency,
  now,
  today,
  launches,
}: ServiceOverviewProps) {
  return (
    <>
      <PaperHead {...{ organisation }} day={localDay(now, timeZone)} past={query.asOf !== ""} />
      <ServiceHead {...{ card, query, timeZone, now, today, teams }} points={history.points} />
      <div className="grid gap-4.5 print:gap-2">
        <div className="grid gap-4.5 md:grid-cols-[1.1fr_1.35fr_1.15fr] print:grid-cols-[1fr_1.1fr_1.4fr] print:gap-2">
          <ScoreCard {...{ card, query, first, timeZone, now }} points={history.points} />
          <AreasCard card={card} asOf={query.asOf || null} />
          <AbilitiesCard abilities={card.abilities} />
        </div>
        {carriedWhen(card.service.lifecycle, card.service.deletedAt !== null) !== "never" &&
          card.standing !== "unassessed" && (
            // on paper all gaps stand right below
            <div className="print:hidden">
              <BestGapsCards
                {...bestOfService(card)}
                unit={card.exposure.pricedCosts > 0 ? { currency } : null}
                query={{ ...portfolioPage.none, asOf: query.asOf }}
              />
            </div>
          )}
        <GapsCard
          card={card}
          query={query}
          people={people}
          currency={currency}
          timeZone={timeZone}
          today={localDay(now, timeZone)}
        />
        {waivers.length > 0 && (
          <WaiversCard
            service={card.service.slug}
            waivers={waivers}
            frame={{ today, timeZone, unit: card.currency === null ? null : { currency: card.currency } }}
          />
        )}
        <div className="grid items-start gap-4.5 md:grid-cols-[1.75fr_1fr] print:grid-cols-[1.75fr_1fr] print:gap-2">
          <ExposureCard card={card} query={query} />
          <NeighboursCard card={card} asOf={query.asOf || null} />
        </div>
        {launches}
        {query.asOf !== "" && <AnswersThen questions={card.questions} timeZone={timeZone} />}
        <ChangedCard {...{ card, history, changes, query, timeZone }} />
      </div>
    </>
  );
}

const MARK = { proven: "yes", open: "unanswered", not_asked: "not_applicable" } as const;

/** Which of the nine abilities of production-ready software are proven (S9), which are open and by how much. */
function AbilitiesCard({ abilities }: { abilities: Scorecard["abilities"] }) {
  const proven = abilities.filter((each) => each.state === "proven").length;
  return (
    <Card title="Nine abilities" aside={`${proven} proven`}>
      <ul className="-my-1 print:text-xs">
        {abilities.map(({ ability, state, asked, yes }) => (
          <li key={ability} className="flex min-h-7.5 items-center gap-2.5 py-0.5">
            <VerdictMark
              verdict={state === "open" && yes > 0 ? "partly" : MARK[state]}
              size="sm"
              decorative
            />
            <span className={state === "not_asked" ? "flex-1 text-ink-3" : "flex-1"}>
              {ABILITY_TEXT[ability]}
            </span>
            <span className="text-sm whitespace-nowrap text-ink-3 tabular-nums">
              {state === "proven" && <span className="text-yes">proven</span>}
              {state === "open" && `open ${asked - yes} of ${asked}`}
              {state === "not_asked" && "not asked"}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const STATES = [...VERDICTS, "unanswered"] as const;

/** The ten areas: one mark for each question, the score at the right; a row leads to the area's first open question. */
function AreasCard({ card, asOf }: { card: Scorecard; asOf: string | null }) {
  const slug = card.service.slug;
  return (
    <Card title="Ten areas" aside="one mark for each question">
      <ol className="-mx-2 -my-1 print:text-sm">
        {card.areas.map((area) => {
          const questions = card.questions.filter((question) => question.area === area.area);
          const target = questions.find((question) => question.gap) ?? questions[0];
          const words = STATES.flatMap((state) =>
            area[state] === 0 ? [] : `${area[state]} ${VERDICT_TEXT[state].name.toLowerCase()}`,
          ).join(", ");
          const row = (
            <>
              <span className="w-30 shrink-0 print:w-24 print:whitespace-nowrap">
                {AREA_TEXT[area.area].name}
              </span>
              <span
                role="img"
                aria-label={words || "nothing is asked"}
                className="flex flex-1 flex-wrap gap-0.75"
              >
                {questions.map((question) => (
                  <VerdictMark key={question.key} verdict={question.effectiveVerdict} size="sm" decorative />
                ))}
              </span>
              <span className="w-7 text-right tabular-nums">
                {area.score === null ? (
                  <span className="text-ink-3">–</span>
                ) : (
                  <FigureText
                    of={countFigure(serviceSubject(slug, asOf), `score:${area.area}`, area.score)}
                  />
                )}
              </span>
            </>
          );
          const look = "flex min-h-6.5 items-center gap-2 rounded-md px-2 py-0.5";
          return (
            <li key={area.area}>
              {target ? (
                <Link
                  href={questionHref(slug, target.key, asOf)}
                  title={AREA_TEXT[area.area].asks}
                  className={`${look} hover:bg-sunk`}
                >
                  {row}
                </Link>
              ) : (
                <span className={`${look} text-ink-3`}>{row}</span>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
