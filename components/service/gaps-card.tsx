import { gapHref, type ServiceQuery } from "@/components/addresses/pages";
import { countFigure, serviceSubject } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { lineOfQuestion } from "@/components/gaps/gap-line";
import { GapHead, GapRow } from "@/components/gaps/gap-row";
import { type PlanFrame, PlanFrameProvider } from "@/components/gaps/plan-context";
import { ButtonLink } from "@/components/ui/button-link";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterMenu } from "@/components/ui/filter-menu";
import { Link } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { AssessedQuestion, Scorecard } from "@/lib/contracts/scorecard";
import { AREA_TEXT, AREAS, COST_TEXT, COSTS } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { FIRST_GAPS, filterGaps, gapQuestions } from "./gap-query";
import { GapsOnPaper } from "./gaps-on-paper";

/** Rows that stand on paper whole where some are folded away; the rest is told in short. Those that are hidden there say it too. */
const ON_PAPER = 12;

type GapShow = ServiceQuery["gaps"];

interface GapsCardProps {
  card: Scorecard;
  query: ServiceQuery;
  people: PlanFrame["people"];
  today: string;
  timeZone: string;
  /** What losses are in, ISO 4217. */
  currency: string;
}

/** What is open, blockers first, then by what it is expected to cause; each with its owner and date. */
export function GapsCard({ card, query, people, today, timeZone, currency }: GapsCardProps) {
  const { service, counts } = card;
  const gaps = gapQuestions(card);
  const losses = new Map(card.gaps.map((gap) => [gap.question, gap.expectedLoss]));
  const shown = filterGaps(gaps, query, today);
  const listed = query.whole ? shown : shown.slice(0, FIRST_GAPS);
  const rest = card.standing === "unassessed" ? 0 : shown.length - listed.length;
  return (
    <section
      id="gaps"
      data-card=""
      className="min-w-0 scroll-mt-16 overflow-hidden rounded-xl border border-line bg-card shadow-card"
    >
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4.5 py-3 print:px-3 print:py-1.5">
        <h2 className="text-sm font-strong text-ink-2">Gaps</h2>
        {gaps.length > 0 && card.standing !== "unassessed" && (
          <GapToolbar service={service.slug} query={query} gaps={gaps} today={today} />
        )}
      </header>
      <div className="border-t border-line">
        {card.standing === "unassessed" ? (
          <EmptyState
            title={
              counts.counting === 0
                ? "Nothing is asked of it."
                : `${counted(counts.counting, "question")} wait for a first answer.`
            }
            action={
              <ButtonLink
                href={query.asOf === "" ? `/services/${service.slug}/assess` : "#answers"}
                variant={service.can.answer ? "main" : "plain"}
              >
                {service.can.answer ? "Assess" : "Read the questions"}
              </ButtonLink>
            }
          >
            Until somebody answers, each of them counts as a gap that nobody knows. An honest “unclear” is an
            answer.
          </EmptyState>
        ) : gaps.length === 0 ? (
          <EmptyState title="Nothing is open.">
            Every question that counts is answered yes, and none of it is stale.
          </EmptyState>
        ) : shown.length === 0 ? (
          <EmptyState
            title="No gap matches."
            action={
              <ButtonLink href={gapHref(service.slug, query, { gaps: "all", area: "", cost: "" })}>
                All gaps
              </ButtonLink>
            }
          >
            {counted(gaps.length, "gap")} in all.
          </EmptyState>
        ) : (
          <PlanFrameProvider frame={{ people, today, timeZone }}>
            <GapHead />
            <ol
              className={classNames(
                "print:[&_[data-asks]]:hidden print:[&_a]:after:content-none!",
                rest > 0 && "print:[&>li:nth-child(n+13)]:hidden",
              )}
            >
              {listed.map((question) => (
                <GapRow
                  key={question.key}
                  gap={lineOfQuestion(
                    service,
                    service.can.plan,
                    question,
                    query.asOf || null,
                    losses.get(question.key) ?? null,
                    currency,
                  )}
                />
              ))}
            </ol>
          </PlanFrameProvider>
        )}
        {rest > 0 && (
          <GapsOnPaper
            card={card}
            gaps={shown.slice(ON_PAPER)}
            query={query}
            losses={losses}
            currency={currency}
          />
        )}
        {rest > 0 && (
          <p className="border-t border-line px-4.5 py-2.5 print:hidden">
            <ButtonLink href={gapHref(service.slug, query, { whole: true })} scroll={false}>
              Show {counted(rest, "more gap")}
            </ButtonLink>
          </p>
        )}
      </div>
    </section>
  );
}

const NAMES: Record<GapShow, string> = {
  all: "All",
  blockers: "Blockers",
  known: "Known",
  unknown: "Unknown",
  stale: "Stale",
  overdue: "Overdue",
  accepted: "Accepted",
};
/** The measure that a number is, where nothing else narrows it. */
const MEASURE: Record<GapShow, string> = {
  all: "gaps",
  blockers: "gaps.blockers",
  known: "gaps.known",
  unknown: "gaps.unknown",
  stale: "gaps.stale",
  overdue: "gaps.overdue",
  accepted: "gaps.accepted",
};
const ALWAYS: readonly GapShow[] = ["all", "blockers", "known", "unknown"];

interface GapToolbarProps {
  service: string;
  query: ServiceQuery;
  gaps: readonly AssessedQuestion[];
  today: string;
}

/** What can be asked of the gaps: their kind with its number, one area, one cost. */
function GapToolbar({ service, query, gaps, today }: GapToolbarProps) {
  const count = (change: Partial<ServiceQuery>) => filterGaps(gaps, { ...query, ...change }, today).length;
  const tabs = (Object.keys(NAMES) as GapShow[])
    .map((show) => ({ show, count: count({ gaps: show }) }))
    .filter(({ show, count: some }) => ALWAYS.includes(show) || some > 0 || show === query.gaps)
    .map(({ show, count: some }) => ({
      href: gapHref(service, query, { gaps: show }),
      label: NAMES[show],
      count:
        query.area || query.cost ? (
          some
        ) : (
          <FigureText of={countFigure(serviceSubject(service, query.asOf), MEASURE[show], some)} />
        ),
      current: show === query.gaps,
    }));
  const areas = AREAS.map((area) => ({
    href: gapHref(service, query, { area: area === query.area ? "" : area }),
    label: AREA_TEXT[area].name,
    checked: area === query.area,
    note: String(count({ area })),
  }));
  const costs = COSTS.map((cost) => ({
    href: gapHref(service, query, { cost: cost === query.cost ? "" : cost }),
    label: COST_TEXT[cost].name,
    checked: cost === query.cost,
    note: String(count({ cost })),
  }));
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <LinkTabs label="Which gaps" tabs={tabs} look="segments" />
      <FilterMenu single label={query.area ? AREA_TEXT[query.area].name : "Area"} options={areas} />
      <FilterMenu single label={query.cost ? COST_TEXT[query.cost].name : "Cost"} options={costs} />
      {(query.area || query.cost) && (
        <Link
          href={gapHref(service, query, { area: "", cost: "" })}
          scroll={false}
          className="min-h-6 content-center px-1 text-sm text-ink-3 hover:text-ink hover:underline"
        >
          Clear
        </Link>
      )}
    </div>
  );
}
