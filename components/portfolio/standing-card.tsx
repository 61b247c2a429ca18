import { madeOfHref, servicesHref } from "@/components/addresses/leads-to";
import type { PortfolioQuery } from "@/components/addresses/pages";
import { StackedBar } from "@/components/charts/stacked-bar";
import { choiceSubject, countFigure } from "@/components/figure/figure";
import { Figured, FigureText } from "@/components/figure/figure-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Portfolio } from "@/lib/contracts/portfolio";
import { STANDING_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";

interface StandingCardProps {
  totals: Portfolio["totals"];
  query: PortfolioQuery;
}

const SEGMENTS = [
  ["production_ready", "good", "solid"],
  ["ready_with_accepted_risks", "good", "hatched"],
  ["working", "brass", "solid"],
  ["unassessed", "faint", "outlined"],
] as const;

/** Where the services stand, and what their gaps amount to (S8). */
export function StandingCard({ totals, query }: StandingCardProps) {
  const subject = choiceSubject(query, query.asOf);
  const figure = (measure: string, count: number) => countFigure(subject, measure, count);
  const facts = [
    totals.blockers > 0 && {
      text: counted(totals.blockers, "blocker"),
      href: madeOfHref(query, { kind: "blocker" }),
      figures: [figure("gaps.blockers", totals.blockers)],
      bad: true,
    },
    totals.gaps > totals.blockers && {
      text: counted(totals.gaps - totals.blockers, totals.blockers > 0 ? "other gap" : "gap"),
      href: madeOfHref(query, {}),
      figures: [figure(totals.blockers > 0 ? "gaps.others" : "gaps", totals.gaps - totals.blockers)],
    },
    totals.stale > 0 && {
      text: counted(totals.stale, "stale answer"),
      href: madeOfHref(query, { kind: "stale" }),
      figures: [figure("stale", totals.stale)],
    },
  ].filter((fact) => fact !== false);
  return (
    <Card
      className="print:[&_[role=img]]:h-4 print:[&_header]:mb-1.5 print:[&_li]:min-h-0 print:[&_li_a]:min-h-0 print:[&_ul]:mt-1.5"
      title="Standing"
      aside={
        <Figured
          text={`${counted(totals.services, "service")} in use${totals.retired > 0 ? `, ${totals.retired.toLocaleString("en")} retired` : ""}`}
          figures={[figure("services", totals.services)]}
        />
      }
    >
      <StackedBar
        label="Standing"
        segments={SEGMENTS.map(([standing, tone, fill]) => ({
          label: STANDING_TEXT[standing],
          count: totals.byStanding[standing],
          tone,
          fill,
          href: servicesHref(query, [standing]),
          written: (query.standing.length === 0 || query.standing.includes(standing)) && (
            <FigureText
              of={countFigure(
                choiceSubject({ ...query, standing: [standing] }, query.asOf),
                "services",
                totals.byStanding[standing],
              )}
            />
          ),
        }))}
      />
      <p className="mt-2.5 border-t border-line pt-2.5 text-ink-2 print:mt-1 print:pt-1 print:text-[0.6875rem]">
        Mean score{" "}
        <b className="text-ink tabular-nums">
          <FigureText of={figure("score", totals.score ?? 0)} />
        </b>{" "}
        of 100.{" "}
        {facts.map((fact, index) => (
          <span key={fact.text}>
            {index > 0 && ", "}
            {fact.href === undefined ? (
              <Figured {...fact} />
            ) : (
              <Link href={fact.href} className={`link whitespace-nowrap ${"bad" in fact ? "text-no" : ""}`}>
                <Figured {...fact} />
              </Link>
            )}
          </span>
        ))}
        {facts.length > 0
          ? ` in ${totals.services === 1 ? "it" : `all ${counted(totals.services, "service")}, live or not`}.`
          : totals.byStanding.unassessed < totals.services && "No gap is open."}
      </p>
    </Card>
  );
}
