import type { ReactNode } from "react";
import { amountFigure } from "@/components/figure/figure";
import { FigureOr } from "@/components/figure/figure-text";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Changes } from "@/lib/contracts/changes";
import { differenceText, type Unit } from "@/lib/domain/amount-text";
import {
  type Amounts,
  differenceOf,
  type Expected,
  explained,
  hasMoved,
  isNoMove,
  unknownOf,
} from "./exposure-words";

type Explained = Changes["exposure"]["now"];
/** One end of the span: how it is called, and where its exposure is shown. */
interface SpanEnd {
  name: string;
  href: (when: "now" | "launch") => string;
  /** Whose figures they are. */
  subject: string;
}

interface ExplanationProps {
  title: string;
  when: "now" | "launch";
  of: Explained;
  unit: Unit;
  from: SpanEnd;
  to: SpanEnd;
}

/** From what was expected in a year then to what is now, cause by cause: the lines add up. */
function Explanation({ title, when, of, unit, from, to }: ExplanationProps) {
  const end = ({ name, href, subject }: SpanEnd, amounts: Explained["from"]) => (
    <tr>
      <Th scope="row">
        <Link href={href(when)} className="link">
          {name}
        </Link>
      </Th>
      <Figures of={amounts} unit={unit} as="end" strong subject={subject} when={when} />
    </tr>
  );
  return (
    <Table caption={title} flush>
      <thead>
        <tr>
          <Th>{title}, a year</Th>
          <Th numeric>known</Th>
          <Th numeric>unknown</Th>
        </tr>
      </thead>
      <tbody>
        {end(from, of.from)}
        {explained(of).map(({ cause, name, amounts }) => (
          <tr key={cause}>
            <Th scope="row" className="font-normal">
              {cause === "model" ? (
                <Link href="/exposure/model#history" className="link">
                  {name}
                </Link>
              ) : (
                name
              )}
            </Th>
            <Figures of={amounts} unit={unit} as="difference" />
          </tr>
        ))}
        <tr>
          <Th scope="row">All causes</Th>
          <Figures of={differenceOf(of)} unit={unit} as="difference" strong />
        </tr>
        {end(to, of.to)}
      </tbody>
    </Table>
  );
}

interface ExposureTableProps {
  changes: Pick<Changes, "exposure">;
  from: SpanEnd;
  to: SpanEnd;
}

/** How exposure moved and why, carried now and at launch apart (R6); nothing where neither moved. */
export function ExposureTable({ changes, from, to }: ExposureTableProps) {
  const { now, atLaunch, currency, pricedCosts } = changes.exposure;
  const unit: Unit = pricedCosts > 0 ? { currency } : null;
  const parts = [
    { title: "Carried now", when: "now" as const, of: now },
    { title: "At launch", when: "launch" as const, of: atLaunch },
  ].filter(({ of }) => hasMoved(of));
  if (parts.length === 0) return null;
  return (
    <Card title="Exposure by cause" flush>
      <div id="exposure" className={classNames("grid scroll-mt-30", parts.length > 1 && "md:grid-cols-2")}>
        {parts.map((part) => (
          <Explanation key={part.title} {...part} unit={unit} from={from} to={to} />
        ))}
      </div>
      <p className="border-t border-line px-4.5 py-2.5 text-sm text-ink-3">
        Known gaps are answered no or partly; unknown ones are unclear, stale or unanswered.
      </p>
    </Card>
  );
}

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
function Figures({ of, unit, as, strong = false, subject = "", when = "" }: FiguresProps) {
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
