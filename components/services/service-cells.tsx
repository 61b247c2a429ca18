import { Meter } from "@/components/ui/meter";
import type { ServiceRow } from "@/lib/contracts/services";

/** What a cell shows when there is nothing to say. */
export const NOTHING = <span className="text-ink-3">–</span>;

/** The score of a service as a bar and a number. */
export function Score({ row }: { row: Pick<ServiceRow, "score" | "standing"> }) {
  if (row.score === null || row.standing === "unassessed") return NOTHING;
  return (
    <>
      <Meter value={row.score} className="mr-2 w-14 shrink-0" />
      <span className="inline-block w-7">{row.score}</span>
    </>
  );
}

/** Blockers and other gaps of a service. */
export function Gaps({ row: { gaps, blockers } }: { row: Pick<ServiceRow, "gaps" | "blockers"> }) {
  const others = gaps - blockers;
  if (gaps === 0) return NOTHING;
  return (
    <>
      {blockers > 0 && (
        <b className="text-no">
          {blockers}
          <span className="sr-only"> {blockers === 1 ? "blocker" : "blockers"}</span>
        </b>
      )}
      {others > 0 && (
        <span className="text-ink-3">
          {blockers > 0 && " + "}
          {others}
          <span className="sr-only"> {blockers > 0 ? "other gaps" : "gaps"}</span>
        </span>
      )}
    </>
  );
}
