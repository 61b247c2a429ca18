import { gapsPage, NO_CHOICE } from "@/components/addresses/pages";
import { choiceSubject, countFigure } from "@/components/figure/figure";
import { Figured } from "@/components/figure/figure-text";
import { lineOfRow } from "@/components/gaps/gap-line";
import { GapRow } from "@/components/gaps/gap-row";
import { type PlanFrame, PlanFrameProvider } from "@/components/gaps/plan-context";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { GapPage } from "@/lib/contracts/gaps";
import { counted } from "@/lib/domain/words";

interface TeamGapsCardProps {
  team: string;
  /** The first gaps of the team, worst first, and what all of them come to. */
  page: GapPage;
  frame: PlanFrame;
}

/** What is open across a team's services: the worst of it with owner and date, and ways to the rest. */
export function TeamGapsCard({ team, page, frame }: TeamGapsCardProps) {
  const { total } = page;
  const query = gapsPage.read({ team });
  const figure = (measure: string, count: number) =>
    countFigure(choiceSubject({ ...NO_CHOICE, team: [team] }, null), measure, count);
  const ways = [
    {
      ...{ count: total.blockers, text: counted(total.blockers, "blocker") },
      ...{ href: gapsPage.href(query, { kind: ["blocker"] }), measure: "gaps.blockers" },
    },
    {
      ...{ count: total.overdue, text: `${total.overdue.toLocaleString("en")} overdue` },
      ...{ href: gapsPage.href(query, { due: "overdue" }), measure: "gaps.overdue" },
    },
    {
      ...{ count: total.unowned, text: `${total.unowned.toLocaleString("en")} without an owner` },
      ...{ href: gapsPage.href(query, { owner: ["none"] }), measure: "gaps.unowned" },
    },
  ].filter(({ count }) => count > 0);
  return (
    <Card
      title="Gaps"
      flush
      aside={
        total.gaps > 0 && (
          <Link href={gapsPage.href(query)} className="link">
            {page.nextCursor === null ? (
              "List and filter"
            ) : (
              <Figured text={`All ${counted(total.gaps, "gap")}`} figures={[figure("gaps", total.gaps)]} />
            )}
          </Link>
        )
      }
    >
      {page.items.length === 0 ? (
        <EmptyState title="Nothing is open.">
          Every question that counts is answered yes in every service of the team.
        </EmptyState>
      ) : (
        <>
          <p className="flex flex-wrap gap-x-4 px-4.5 pb-2 text-sm text-ink-3">
            <span className="min-h-6 content-center">
              In {counted(total.services, "service")}, live or not:
            </span>
            {ways.map(({ text, href, measure, count }) => (
              <Link key={href} href={href} className="link min-h-6 content-center">
                <Figured text={text} figures={[figure(measure, count)]} />
              </Link>
            ))}
          </p>
          <PlanFrameProvider frame={frame}>
            <ol className="border-t border-line">
              {page.items.map((row) => (
                <GapRow key={`${row.service}/${row.question}`} gap={lineOfRow(row, page.total.currency)} />
              ))}
            </ol>
          </PlanFrameProvider>
        </>
      )}
    </Card>
  );
}
