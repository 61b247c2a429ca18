import { Table, Th } from "@/components/ui/table";
import type { LaunchRow } from "@/lib/contracts/launches";
import { LaunchLine } from "./launch-line";

interface LaunchTableProps {
  caption: string;
  rows: readonly LaunchRow[];
  /** Names, by id. */
  people: Readonly<Record<string, string>>;
  today: string;
  timeZone: string;
}

/** Launches as rows: what, when, how it stands, what blocks it, whose turn it is. */
export function LaunchTable({ caption, rows, ...frame }: LaunchTableProps) {
  return (
    <div className="border-t border-line">
      <Table caption={caption} flush>
        <thead>
          <tr>
            <Th>Launch</Th>
            <Th className="md:w-28">Day</Th>
            <Th className="w-52 max-md:hidden">Outcome</Th>
            <Th numeric className="w-28 max-md:hidden">
              Blockers
            </Th>
            <Th className="w-80 pl-8! max-md:hidden">Whose turn</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LaunchLine key={row.id} row={row} {...frame} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}
