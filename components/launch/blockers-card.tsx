import { EmptyState } from "@/components/ui/empty-state";
import { counted } from "@/lib/domain/words";
import { LaunchGapRow } from "./gap-row";
import type { DecidedLine } from "./gap-state";
import type { LaunchFrame } from "./launch-frame";
import { placeKey } from "./named-questions";
import { WorkThrough } from "./work-through";

/** The critical gaps of a launch: what each is, and what was decided about it. */
export function BlockersCard({ lines, frame }: { lines: readonly DecidedLine[]; frame: LaunchFrame }) {
  const left = lines.filter(({ undisposed }) => undisposed).length;
  const done = lines.length - left;
  return (
    <section
      id="blockers"
      aria-label="Blockers"
      className="min-w-0 scroll-mt-16 overflow-hidden rounded-xl border border-line bg-card shadow-card"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4.5 py-3">
        <h2 className="font-strong">
          {lines.length === 0 ? "No blockers" : counted(lines.length, "blocker")}
        </h2>
        {lines.length > 0 && (
          <span className="text-ink-3">
            {left === 0
              ? "all decided"
              : done === 0
                ? "none decided yet"
                : `${done.toLocaleString("en")} decided about`}
          </span>
        )}
        {frame.launch.can.dispose && (
          <span className="ml-auto print:hidden">
            <WorkThrough />
          </span>
        )}
      </header>
      {lines.length === 0 ? (
        <div className="border-t border-line">
          <EmptyState title="Nothing blocks this launch.">
            A blocker is a critical question without a yes and without an accepted risk.
          </EmptyState>
        </div>
      ) : (
        <ol>
          {lines.map((line) => (
            <LaunchGapRow key={placeKey(line)} line={line} frame={frame} />
          ))}
        </ol>
      )}
    </section>
  );
}
