import Link from "next/link";
import { gapListHref, readGapListQuery } from "@/components/gaps/gap-list-query";
import { counted } from "@/components/service/counted";
import { lineOfRow } from "@/components/service/gap-line";
import { GapRow } from "@/components/service/gap-row";
import { type PlanFrame, PlanFrameProvider } from "@/components/service/plan-context";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { GapPage } from "@/lib/contracts/gaps";

interface TeamGapsCardProps {
  team: string;
  /** The first gaps of the team, worst first, and what all of them come to. */
  page: GapPage;
  frame: PlanFrame;
}

/** What is open across a team's services: the worst of it with owner and date, and ways to the rest. */
export function TeamGapsCard({ team, page, frame }: TeamGapsCardProps) {
  const { total } = page;
  const query = readGapListQuery({ team });
  const ways: [text: string, href: string, count: number][] = [
    [counted(total.blockers, "blocker"), gapListHref(query, { kind: ["blocker"] }), total.blockers],
    [`${total.overdue.toLocaleString("en")} overdue`, gapListHref(query, { due: "overdue" }), total.overdue],
    [
      `${total.unowned.toLocaleString("en")} without an owner`,
      gapListHref(query, { owner: ["none"] }),
      total.unowned,
    ],
  ];
  return (
    <Card
      title="Gaps"
      flush
      aside={
        total.gaps > 0 && (
          <Link href={gapListHref(query)} className="link">
            {page.nextCursor === null ? "List and filter" : `All ${total.gaps.toLocaleString("en")}`}
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
            {ways
              .filter(([, , count]) => count > 0)
              .map(([text, href]) => (
                <Link key={href} href={href} className="link min-h-6 content-center">
                  {text}
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
