import Link from "next/link";
import { type Tick, tickText } from "@/components/addresses/ticks";
import { Checkbox } from "@/components/ui/checkbox";
import { amountText, effortText, type Unit } from "@/lib/domain/amount-text";
import { AREA_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { CHOICE_GRID } from "./gap-choice";
import type { WholeQuestion, Worth } from "./questions";

interface QuestionChoiceProps {
  whole: WholeQuestion;
  unit: Unit;
  ticks: readonly Tick[];
  full: boolean;
  onTick: (tick: Tick) => void;
}

const worthText = ({ expectedLoss, incidentsPerYear }: Worth, unit: Unit) =>
  unit !== null && expectedLoss !== null
    ? amountText(expectedLoss, unit)
    : `${amountText(incidentsPerYear, null)}${unit === null ? "" : " incidents"}`;

/** One question that can be supposed to be closed in every service that has it open. */
export function QuestionChoice({ whole, unit, ticks, full, onTick }: QuestionChoiceProps) {
  const { question, now, atLaunch, effortDays } = whole;
  const ticked = ticks.some((tick) => tickText(tick) === question);
  const services = now.services + atLaunch.services;
  const days = Math.max(effortDays, 0.1);
  const perDay = unit !== null && now.expectedLoss !== null ? now.expectedLoss / days : null;
  return (
    <li className={`${CHOICE_GRID} border-t border-line py-1.5 text-right`}>
      <div className="min-w-0 text-left">
        <Checkbox
          label={whole.text}
          checked={ticked}
          disabled={full && !ticked}
          onChange={() => onTick({ question })}
        />
        <p className="ml-6 flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
          <Link
            href={`/gaps?question=${question}`}
            prefetch={false}
            className="min-h-6 content-center font-strong text-ink-2 hover:underline"
          >
            {counted(services, "service")}
          </Link>
          <span>{AREA_TEXT[whole.area].name}</span>
          {atLaunch.services > 0 && now.services > 0 && (
            <span>at launch, apart: {worthText(atLaunch, unit)}</span>
          )}
        </p>
      </div>
      <span className="font-strong tabular-nums">
        {worthText(now.services > 0 ? now : atLaunch, unit)}
        {now.services === 0 && <span className="block text-xs font-normal text-ink-3">at launch</span>}
      </span>
      <span className="text-ink-3 tabular-nums max-sm:hidden">{effortText(effortDays)}</span>
      <span className="text-ink-3 tabular-nums max-sm:hidden">
        {perDay === null ? "–" : amountText(perDay, unit)}
      </span>
    </li>
  );
}
