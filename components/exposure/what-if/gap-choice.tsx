import { type Tick, tickedBy } from "@/components/addresses/ticks";
import { amountFigure, effortFigure, gapSubject } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { Checkbox } from "@/components/ui/checkbox";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { WorthGap } from "@/lib/contracts/exposure";
import type { Unit } from "@/lib/domain/amount-text";
import { AREA_TEXT } from "@/lib/domain/vocabulary";

/** The columns of a choice: what it is, a year, effort, a day of work. */
export const CHOICE_GRID =
  "grid grid-cols-[minmax(0,1fr)_4.5rem] gap-x-3 print:[&_input]:hidden sm:grid-cols-[minmax(0,1fr)_4.5rem_3.5rem_4.5rem]";

/** The heads of those columns. */
export function ChoiceHead({ unit }: { unit: Unit }) {
  return (
    <div aria-hidden="true" className={`${CHOICE_GRID} pb-1 text-right text-[0.75rem] text-ink-3`}>
      <span className="text-left">{unit === null ? "Incidents" : "Money"} expected from it</span>
      <span>a year</span>
      <span className="max-sm:hidden">effort</span>
      <span className="max-sm:hidden">for a day</span>
    </div>
  );
}

interface GapChoiceProps {
  gap: WorthGap;
  unit: Unit;
  ticks: readonly Tick[];
  /** No further tick fits into the address. */
  full: boolean;
  onTick: (tick: Tick) => void;
}

/** One gap that can be supposed to be closed. */
export function GapChoice({ gap, unit, ticks, full, onTick }: GapChoiceProps) {
  const { service, question, expectedLoss } = gap;
  const by = tickedBy(ticks, { service, question });
  const subject = gapSubject(service, question, null);
  const money = unit !== null && expectedLoss !== null;
  return (
    <li className={`${CHOICE_GRID} border-t border-line py-1.5 text-right`}>
      <div className="min-w-0 text-left">
        <Checkbox
          label={<bdi title={gap.text}>{gap.title}</bdi>}
          checked={by !== null}
          disabled={by === "question" || (full && by === null)}
          onChange={() => onTick({ service, question })}
        />
        <p className="ml-6 flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
          <Link
            href={`/services/${service}/assess#${question}`}
            className="min-h-6 content-center font-strong text-ink-2 hover:underline [overflow-wrap:anywhere]"
          >
            <bdi>{gap.serviceName}</bdi>
          </Link>
          <span>{AREA_TEXT[gap.area].name}</span>
          {!gap.live && <Tag>at launch</Tag>}
          {gap.accepted && <Tag>accepted</Tag>}
          {by === "question" && <span>with the whole question</span>}
        </p>
      </div>
      <span className="font-strong tabular-nums">
        {!gap.known && <span className="sr-only">up to </span>}
        <FigureText
          of={amountFigure(
            subject,
            "worth",
            money ? expectedLoss : gap.incidentsPerYear,
            money ? unit : null,
          )}
        />
        {unit !== null && !money && <span className="block text-xs font-normal text-ink-3">incidents</span>}
      </span>
      <span className="text-ink-3 tabular-nums max-sm:hidden">
        <FigureText of={effortFigure(subject, gap.effortDays)} />
      </span>
      <span className="text-ink-3 tabular-nums max-sm:hidden">
        <FigureText of={amountFigure(subject, "worthADay", gap.worthADay, money ? unit : null)} />
      </span>
    </li>
  );
}
