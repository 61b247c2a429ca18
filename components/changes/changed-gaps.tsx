import { questionHref } from "@/components/addresses/leads-to";
import { GapName } from "@/components/gaps/gap-name";
import { CAUSE_TEXT } from "@/components/portfolio/words";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { Tag } from "@/components/ui/tag";
import type { Changes } from "@/lib/contracts/changes";
import { amountText } from "@/lib/domain/amount-text";
import { AREA_TEXT } from "@/lib/domain/vocabulary";
import { ListRest } from "./list-rest";

interface ChangedGapsProps {
  way: "opened" | "closed";
  gaps: Changes["gaps"]["opened"];
  total: number;
  until: string;
  timeZone: string;
  /** What losses are in. */
  currency: string;
  whole: string | null;
}

/** The gaps that opened, or closed, those first that are expected to cause most. */
export function ChangedGaps({ way, gaps, total, until, timeZone, currency, whole }: ChangedGapsProps) {
  const opened = way === "opened";
  return (
    <Card title={opened ? "Gaps opened" : "Gaps closed"} aside={total.toLocaleString("en")} flush>
      <div id={way} className="scroll-mt-30">
        {total === 0 && <p className="px-4.5 py-4 text-ink-3">No gap {way}.</p>}
        <ul data-sorted="">
          {gaps.map((gap) => (
            <li
              key={`${gap.service} ${gap.question}`}
              className="grid grid-cols-[1fr_auto] items-baseline gap-x-3.5 border-t border-line px-4.5 py-1.5 first:border-t-0"
            >
              <span>
                <GapName href={questionHref(gap.service, gap.question, until)} title={gap.title} />{" "}
                {gap.critical && <Tag strong={opened}>critical</Tag>}
              </span>
              <b data-lead="" className="text-right font-strong tabular-nums">
                {gap.expectedLoss === null
                  ? amountText(gap.incidentsPerYear, null)
                  : amountText(gap.expectedLoss, { currency })}
              </b>
              <span className="text-sm text-ink-3 [overflow-wrap:anywhere]">
                <bdi>{gap.serviceName}</bdi> · {AREA_TEXT[gap.area].name.toLowerCase()} ·{" "}
                {CAUSE_TEXT[gap.cause].name.toLowerCase()}
              </span>
              <span className="text-right text-sm whitespace-nowrap text-ink-3 tabular-nums">
                {gap.expectedLoss === null && "incidents "}a year ·{" "}
                <DateText value={gap.at} timeZone={timeZone} look="short-day" />
              </span>
            </li>
          ))}
        </ul>
        <ListRest shown={gaps.length} total={total} whole={whole} what="gaps" />
      </div>
    </Card>
  );
}
