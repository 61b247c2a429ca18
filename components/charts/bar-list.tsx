import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { barParts } from "./bar-parts";
import { CHART_FILL, CHART_TONE, type ChartTone } from "./chart-tone";

/** One row. All amounts share one unit; the longest row fills the track. */
export interface BarRow {
  label: string;
  href?: string | undefined;
  /** Small words under the label. */
  note?: ReactNode;
  known: number;
  /** Part of it that is not certain: outlined. */
  unknown?: number | undefined;
  /** Part of it that was accepted: hatched. */
  accepted?: number | undefined;
  /** What the row amounts to, written for people: one for each column. */
  numbers: readonly ReactNode[];
}

interface BarListProps {
  /** What is compared; the name of the table. */
  label: string;
  /** Heads: of the label, then one for each number (one or two). */
  columns: readonly [string, string] | readonly [string, string, string];
  rows: readonly BarRow[];
  tone?: ChartTone | undefined;
}

const FILLS = ["solid", "outlined", "hatched"] as const;

function Bar({ row, most, className }: { row: BarRow; most: number; className: string }) {
  const parts = barParts([row.known, row.unknown ?? 0, row.accepted ?? 0], most);
  return (
    <span aria-hidden="true" className={classNames("h-3.5 gap-[1.5px]", className)}>
      {FILLS.map((fill, index) => {
        const percent = parts[index] ?? 0;
        if (percent === 0) return null;
        return (
          <span
            key={fill}
            style={{ width: `${percent}%` }}
            className={classNames("min-w-0.75 rounded-[2px]", CHART_FILL[fill])}
          />
        );
      })}
    </span>
  );
}

/** Amounts side by side as bars, with their figures at the right; on a phone the bar goes under its name. */
export function BarList({ label, columns, rows, tone = "brass" }: BarListProps) {
  const most = rows.reduce(
    (max, row) => Math.max(max, row.known + (row.unknown ?? 0) + (row.accepted ?? 0)),
    0,
  );
  const [first, ...heads] = columns;
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{label}</caption>
      <thead className="text-[0.75rem] text-ink-3">
        <tr>
          <th scope="col" className="text-left font-medium md:w-44 print:w-40">
            <span className="sr-only">{first}</span>
          </th>
          <td className="hidden md:table-cell print:table-cell" />
          {heads.map((head) => (
            <th key={head} scope="col" className="w-px pb-1 pl-3 text-right font-normal whitespace-nowrap">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label} className="align-top md:align-middle print:align-middle">
            <th scope="row" className="py-1 text-left font-normal print:py-0">
              {row.href === undefined ? (
                row.label
              ) : (
                <Link href={row.href} className="inline-block min-h-6 content-center hover:underline">
                  {row.label}
                </Link>
              )}
              {row.note !== undefined && <span className="block text-sm text-ink-3">{row.note}</span>}
              <Bar
                row={row}
                most={most}
                className={classNames("mt-0.5 flex md:hidden print:hidden", CHART_TONE[tone])}
              />
            </th>
            <td className="hidden py-1 pl-3 md:table-cell print:table-cell print:py-0">
              <Bar row={row} most={most} className={classNames("flex", CHART_TONE[tone])} />
            </td>
            {row.numbers.map((number, index) => (
              <td
                key={heads[index]}
                className={classNames(
                  "py-1 pl-3 print:py-0 text-right tabular-nums whitespace-nowrap",
                  index === 0 ? "font-strong" : "text-ink-3",
                )}
              >
                {number}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
