import { FailureNotice } from "@/components/forms/failure-notice";
import { Button } from "@/components/ui/button";
import { countActions, type ImportRow } from "@/lib/domain/import-rows";
import { counted } from "@/lib/domain/words";
import type { ImportFailure } from "./import-failure";
import { doingWords, doWords } from "./words";

interface ImportBarProps {
  rows: readonly ImportRow[];
  /** The preview is of what would be sent now. */
  current: boolean;
  /** A column is still to be chosen. */
  blocked: boolean;
  busy: boolean;
  /** Why it was not imported when it was tried. */
  failure: ImportFailure | null;
  onImport: () => void;
  onShowErrors: () => void;
  onAnew: () => void;
}

/** What can be done with what is previewed; it stays in sight under a long list. */
export function ImportBar(props: ImportBarProps) {
  const { rows, current, blocked, busy, failure, onImport, onShowErrors, onAnew } = props;
  const counts = countActions(rows);
  const does = counts.create + counts.change > 0;
  return (
    <div className="sticky bottom-3 z-10 mt-4.5 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-line bg-card px-4.5 py-3 shadow-raised print:hidden">
      {failure !== null && (
        <div className="w-full">
          <FailureNotice failure={failure} />
        </div>
      )}
      {blocked ? (
        <span className="text-ink-2">Choose the columns above to see what would happen.</span>
      ) : counts.error > 0 ? (
        <>
          <Button variant="main" onClick={onShowErrors}>
            Show the {counted(counts.error, "row")} to mend
          </Button>
          <span className="text-ink-2 max-sm:sr-only">
            {current
              ? "Correct them here, leave them out, or change the text. Until then nothing is imported."
              : "Looking again …"}
          </span>
        </>
      ) : does ? (
        <>
          <Button
            variant="main"
            busy={busy || !current}
            busyText={busy ? doingWords(rows) : "Looking again …"}
            onClick={onImport}
          >
            {doWords(rows)}
          </Button>
          <span className="text-ink-2 max-sm:sr-only">
            Everything is imported, or nothing. Importing the same file again changes nothing.
          </span>
        </>
      ) : (
        <>
          <Button variant="main" onClick={onAnew}>
            Import another
          </Button>
          <span className="text-ink-2 max-sm:sr-only">Nothing would be written.</span>
        </>
      )}
    </div>
  );
}
