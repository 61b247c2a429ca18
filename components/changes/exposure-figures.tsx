import type { ReactNode } from "react";
import { amountFigure } from "@/components/figure/figure";
import { FigureOr } from "@/components/figure/figure-text";
import { Td } from "@/components/ui/table";
import { differenceText, type Unit } from "@/lib/domain/amount-text";
import { type Amounts, type Expected, isNoMove, unknownOf } from "./exposure-words";

interface FiguresProps {
  of: Amounts;
  /** Money above incidents, or incidents alone while nothing is priced. */
  unit: Unit;
  /** What each figure is: an end of the span, or a difference, with its sign. */
  as: "end" | "difference";
  strong?: boolean | undefined;
  /** Whose figures an end's are, with when: "portfolio@2026-10-01" and "now". */
  subject?: string | undefined;
  when?: string | undefined;
}

/** What is expected of known gaps and of unknown ones, apart (R1), as two cells of a row. */
export function Figures({ of, unit, as, strong = false, subject = "", when = "" }: FiguresProps) {
  const Figure = as === "end" ? End : Difference;
  return [of.known, unknownOf(of)].map((part, index) => (
    <Td key={index === 0 ? "known" : "unknown"} numeric className={strong ? "font-strong" : undefined}>
      <Figure
        of={part}
        unit={unit}
        subject={subject}
        measure={`${when}.${index === 0 ? "known" : "unknown"}`}
      />
    </Td>
  ));
}

interface FigureProps {
  of: Expected;
  unit: Unit;
  subject: string;
  measure: string;
}

function End({ of, unit, subject, measure }: FigureProps) {
  const figure = (amount: number, said: Unit) => (
    <FigureOr of={amountFigure(subject, measure, amount, said)} amount={amount} />
  );
  const incidents = figure(Math.max(0, of.incidents), null);
  if (unit === null) return incidents;
  return (
    <>
      {of.expectedLoss === null ? (
        <span className="text-ink-3">unpriced</span>
      ) : (
        figure(Math.max(0, of.expectedLoss), unit)
      )}
      <Small text={incidents} />
    </>
  );
}

function Difference({ of, unit }: FigureProps) {
  const incidents = signed(of.incidents, null);
  const money = unit === null ? null : signed(of.expectedLoss ?? 0, unit);
  const main = unit === null ? incidents : money;
  return (
    <>
      {main === null ? (
        <span className="text-ink-3">–</span>
      ) : (
        <span className={main.startsWith("−") ? "text-yes" : "text-no"}>{main}</span>
      )}
      {unit !== null && incidents !== null && <Small text={incidents} />}
    </>
  );
}

const Small = ({ text }: { text: ReactNode }) => (
  <span className="block text-[0.75rem] font-normal text-ink-3">{text} incidents</span>
);

/** A difference with its sign; null where it is none. */
function signed(value: number, unit: Unit): string | null {
  if (isNoMove(value, unit !== null)) return null;
  return differenceText(value, unit);
}
