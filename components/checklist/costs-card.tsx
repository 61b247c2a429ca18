import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { amountText } from "@/lib/domain/amount-text";
import type { Question } from "@/lib/domain/checklist";
import { COST_TEXT } from "@/lib/domain/vocabulary";
import { worstCase, worstTotal } from "./sums";

/** What all of these questions would cost while they are open, under the eight costs. */
export function CostsCard({ questions }: { questions: readonly Pick<Question, "costs">[] }) {
  const rows = worstCase(questions);
  const most = rows[0]?.incidents ?? 1;
  return (
    <Card title="If nothing of it held" aside="incidents a year">
      <ul className="grid gap-2">
        {rows.map(({ cost, incidents }) => (
          <li key={cost} className="grid grid-cols-[1fr_auto] gap-x-3">
            {COST_TEXT[cost].name}
            <span className="text-right tabular-nums">{amountText(incidents, null)}</span>
            <Meter value={incidents} max={most} tone="brass" className="col-span-2 mt-0.5 w-full" />
          </li>
        ))}
      </ul>
      <p className="mt-3 flex justify-between border-t border-line pt-2.5">
        <span>All eight costs</span>
        <b className="tabular-nums">{amountText(worstTotal(questions), null)}</b>
      </p>
      <p className="mt-3 text-sm text-pretty text-ink-3">
        Assumptions: how often each gap would lead to each cost, with the reason beside every question. Sums
        take gaps to cause separate incidents; an outage that causes three costs counts as three.{" "}
        <Link href="/checklists#costs" className="link">
          What one incident of each is
        </Link>
      </p>
    </Card>
  );
}
