import { formatTime } from "@/components/ui/format-time";
import { Table, Td, Th } from "@/components/ui/table";
import type { TrendSeries } from "./trend-line";

interface TrendTableProps {
  label: string;
  series: readonly TrendSeries[];
  timeZone: string;
  /** How the instants are written. */
  look: "day" | "minute";
}

/** The numbers behind a trend, newest first, folded away until somebody wants to check. */
export function TrendTable({ label, series, timeZone, look }: TrendTableProps) {
  const instants = [...new Set(series.flatMap((one) => one.points.map((point) => point.at.getTime())))];
  const rows = instants.sort((a, b) => b - a);
  const values = series.map((one) => new Map(one.points.map((point) => [point.at.getTime(), point.value])));
  return (
    <details className="mt-1.5 text-sm print:hidden">
      <summary className="w-fit rounded-sm min-h-6 py-0.75 text-ink-3 hover:text-ink">
        The same in numbers
      </summary>
      <div className="mt-1 max-h-64 overflow-y-auto">
        <Table caption={`${label}, in numbers`}>
          <thead>
            <tr>
              <Th>Date</Th>
              {series.map((one) => (
                <Th key={one.name} numeric>
                  {one.name}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((time) => (
              <tr key={time}>
                <Th scope="row" className="font-normal">
                  {formatTime(new Date(time), timeZone, look)}
                </Th>
                {series.map((one, index) => {
                  const value = values[index]?.get(time) ?? null;
                  return (
                    <Td key={one.name} numeric>
                      {value === null ? (
                        <span className="text-ink-3">not known</span>
                      ) : (
                        one.format(value, new Date(time))
                      )}
                    </Td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
