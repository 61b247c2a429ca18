import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Scorecard } from "@/lib/contracts/scorecard";
import { counted } from "@/lib/domain/words";
import { lineOfQuestion } from "../gaps/gap-line";
import { GapHead, GapRow } from "../gaps/gap-row";
import { type PlanFrame, PlanFrameProvider } from "../gaps/plan-context";
import { FIRST_GAPS, filterGaps, type GapQuery, gapHref, gapQuestions } from "./gap-query";
import { GapToolbar } from "./gap-toolbar";

interface GapsCardProps {
  card: Scorecard;
  query: GapQuery;
  people: PlanFrame["people"];
  today: string;
  /** What losses are in, ISO 4217. */
  currency: string;
}

/** What is open, blockers first, then by what it is expected to cause; each with its owner and date. */
export function GapsCard({ card, query, people, today, currency }: GapsCardProps) {
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
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4.5 py-3">
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
                href={query.asOf === null ? `/services/${service.slug}/assess` : "#answers"}
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
            title="No gap is like that."
            action={
              <ButtonLink href={gapHref(service.slug, query, { show: "all", area: null, cost: null })}>
                All gaps
              </ButtonLink>
            }
          >
            {counted(gaps.length, "gap")} in all.
          </EmptyState>
        ) : (
          <PlanFrameProvider frame={{ people, today }}>
            <GapHead />
            <ol>
              {listed.map((question) => (
                <GapRow
                  key={question.key}
                  gap={lineOfQuestion(
                    service.slug,
                    service.can.plan,
                    question,
                    query.asOf,
                    losses.get(question.key) ?? null,
                    currency,
                  )}
                />
              ))}
            </ol>
          </PlanFrameProvider>
        )}
        {rest > 0 && (
          <p className="border-t border-line px-4.5 py-2.5">
            <ButtonLink href={gapHref(service.slug, query, { whole: true })} scroll={false}>
              Show {counted(rest, "more gap")}
            </ButtonLink>
          </p>
        )}
      </div>
    </section>
  );
}
