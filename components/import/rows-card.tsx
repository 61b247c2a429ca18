import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { SelectOption } from "@/components/ui/select";
import type { Correction, ImportRow } from "@/lib/domain/import-rows";
import { counted } from "@/lib/domain/words";
import { CorrectFields } from "./correct-fields";
import type { ImportDraft, RowName } from "./draft";
import { ImportLineHead } from "./import-line";
import { PreviewLine } from "./preview-line";
import { RowFilters } from "./row-filters";
import { correctable } from "./row-words";
import { RowsFooter } from "./rows-footer";
import type { useRows } from "./use-rows";

interface RowsCardProps {
  rows: readonly ImportRow[];
  looked: ReturnType<typeof useRows>;
  corrections: ImportDraft["corrections"];
  teams: readonly SelectOption[];
  placeOf: (line: number) => { name: string | null; line: number };
  /** Shows a line of the joined text. */
  onPlace: (line: number) => void;
  onCorrect: (rows: readonly RowName[], correction: Correction) => void;
  onTakeBack: () => void;
}

/** Every row of a file: what happens to it and why, with corrections by hand for one or for all that are shown. */
export function RowsCard(props: RowsCardProps) {
  const { rows, looked, corrections, teams, placeOf, onPlace, onCorrect, onTakeBack } = props;
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [all, setAll] = useState(false);
  const { list, shown, choice } = looked;
  const can = (row: ImportRow) => correctable(row, corrections[row.key]);
  const facts = list.filter((row) => can(row).facts);
  const leave = list.filter((row) => can(row).skip && corrections[row.key]?.skip !== true);
  const mayLeave = leave.length > 1 && choice.show !== null;
  const byHand = Object.keys(corrections).length;
  return (
    <Card flush className="[&_:is(a,button,input,select,summary)]:scroll-mb-24">
      <div id="rows" className="grid scroll-mt-14 gap-2.5 border-b border-line px-4.5 py-3">
        <RowFilters rows={rows} choice={choice} onChoose={looked.choose} />
        {(facts.length > 1 || byHand > 0 || mayLeave) && (
          <div className="flex flex-wrap items-center gap-1.5">
            {facts.length > 1 && (
              <Button aria-expanded={all} onClick={() => setAll(!all)}>
                Correct all {facts.length.toLocaleString("en")} services shown
              </Button>
            )}
            {mayLeave && (
              <Button onClick={() => onCorrect(leave, { skip: true })}>
                Leave out all {leave.length.toLocaleString("en")} shown
              </Button>
            )}
            {byHand > 0 && (
              <span className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
                {counted(byHand, "row is", "rows are")} corrected by hand.
                <button type="button" onClick={onTakeBack} className="link min-h-6 text-ink-2">
                  Take it all back
                </button>
              </span>
            )}
          </div>
        )}
        {all && facts.length > 1 && (
          <CorrectFields
            of="all services shown"
            correction={common(facts.map((row) => corrections[row.key]))}
            teams={teams}
            onCorrect={(correction) => onCorrect(facts, correction)}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <p className="px-4.5 py-8 text-center text-ink-2">No row is of that kind.</p>
      ) : (
        <>
          <ImportLineHead />
          <ul aria-label="Rows">
            {shown.map((row) => (
              <PreviewLine
                key={row.key}
                row={row}
                place={row.line === null ? null : placeOf(row.line)}
                corrected={corrections[row.key]}
                open={toggled.get(row.key) ?? looked.opens(row.key)}
                teams={teams}
                onOpen={(open) => setToggled((before) => new Map(before).set(row.key, open))}
                onPlace={() => row.line !== null && onPlace(row.line)}
                onCorrect={(correction) => onCorrect([row], correction)}
              />
            ))}
          </ul>
        </>
      )}
      <RowsFooter count={list.length} page={looked.page} pages={looked.pages} onPage={looked.setPage} />
    </Card>
  );
}

/** What all corrections have in common. */
function common(all: readonly (Correction | undefined)[]): Correction {
  const [first, ...others] = all;
  const same = <K extends keyof Correction>(field: K) =>
    others.every((each) => each?.[field] === first?.[field]) ? first?.[field] : undefined;
  return { team: same("team"), tier: same("tier"), lifecycle: same("lifecycle") };
}
