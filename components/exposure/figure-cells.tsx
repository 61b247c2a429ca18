import Link from "next/link";
import { Td, Th } from "@/components/ui/table";
import type { ExposureView } from "@/lib/contracts/exposure";
import { amountOfRow, figureText, type Unit } from "./amount";

type Row = Pick<ExposureView["byTeam"][number], "now" | "atLaunch">;

interface FigureHeadsProps {
  first: string;
  /** Over the second column; a hidden word where it is "". */
  second?: string | undefined;
  unit: Unit;
}

/** The heads over figures: known and unknown of now, and what will be at launch, apart. */
export function FigureHeads({ first, second = "services", unit }: FigureHeadsProps) {
  const what = unit === null ? "incidents" : "a year";
  return (
    <thead>
      <tr>
        <Th>{first}</Th>
        <Th numeric={second !== ""} className="max-sm:hidden">
          {second === "" ? <span className="sr-only">Standing</span> : second}
        </Th>
        <Th numeric>
          known<span className="sr-only">, {what}</span>
        </Th>
        <Th numeric>unknown</Th>
        <Th numeric>at launch</Th>
      </tr>
    </thead>
  );
}

/** The figures of one part: known leads to what it is made of. */
export function FigureCells({ row, unit, href }: { row: Row; unit: Unit; href: string }) {
  const now = amountOfRow(row.now, unit);
  const launch = amountOfRow(row.atLaunch, unit);
  return (
    <>
      <Td numeric className="font-strong">
        {now.known > 0 ? (
          <Link href={href} prefetch={false} className="link inline-block min-h-6 content-center">
            {figureText(now.known, unit)}
          </Link>
        ) : (
          <span className="font-normal text-ink-3">–</span>
        )}
      </Td>
      <Td numeric className="text-ink-3">
        {now.unknown > 0 ? figureText(now.unknown, unit) : "–"}
      </Td>
      <Td numeric className="text-ink-3">
        {launch.known > 0 ? (
          <Link href={href} prefetch={false} className="link inline-block min-h-6 content-center">
            {figureText(launch.known, unit)}
          </Link>
        ) : (
          launch.unknown === 0 && "–"
        )}
        {launch.unknown > 0 && (
          <span className="block text-xs">{figureText(launch.unknown, unit)} unknown</span>
        )}
      </Td>
    </>
  );
}
