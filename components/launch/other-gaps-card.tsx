import { formatTime } from "@/components/ui/format-time";
import { counted } from "@/lib/domain/words";
import { CarryRest } from "./carry-rest";
import { FoldedRows } from "./folded-rows";
import { LaunchGapRow } from "./gap-row";
import type { DecidedLine } from "./gap-state";
import type { LaunchFrame } from "./launch-frame";
import { personIn, placeKey } from "./named-questions";
import { priceInWords } from "./trade-words";

/** The gaps that block nothing: how many are carried, for what price, by whom. */
export function OtherGapsCard({ lines, frame }: { lines: readonly DecidedLine[]; frame: LaunchFrame }) {
  const { launch, timeZone } = frame;
  const gaps = lines.flatMap(({ gap }) => gap ?? []);
  if (lines.length === 0) return null;
  const { by, at } = launch.carried;
  const carried = gaps.filter((gap) => gap.carried).length;
  const all = gaps.length > 0 && carried === gaps.length;
  const who =
    carried > 0 && by !== null && at !== null
      ? `, by ${personIn(launch.people, by)} on ${formatTime(at, timeZone, "day")}`
      : "";
  const said = all || carried === 0 ? "" : `, ${carried.toLocaleString("en")} of them carried`;
  const what = lines.length === 1 ? "other gap" : "other gaps";
  return (
    <section
      id="other-gaps"
      aria-label="Other gaps"
      className="min-w-0 scroll-mt-16 overflow-hidden rounded-xl border border-line bg-card shadow-card"
    >
      <FoldedRows
        name={counted(lines.length, "other gap")}
        head={
          <>
            <h2 className="font-strong">
              {lines.length.toLocaleString("en")} {what}
              {all && (lines.length === 1 ? " is carried" : " are carried")}
            </h2>
            <span className="text-ink-3">
              {gaps.length > 0 ? priceInWords(gaps, launch) : "none of them open"}
              {said}
              {who}
            </span>
          </>
        }
        actions={<CarryRest />}
      >
        {lines.map((line) => (
          <LaunchGapRow key={placeKey(line)} line={line} frame={frame} />
        ))}
      </FoldedRows>
    </section>
  );
}
