import { Button } from "@/components/ui/button";
import type { SelectOption } from "@/components/ui/select";
import type { Correction, ImportRow } from "@/lib/domain/import-rows";
import { CorrectFields } from "./correct-fields";
import { ImportLine } from "./import-line";
import { correctable } from "./row-words";

interface PreviewLineProps {
  row: ImportRow;
  place: { name: string | null; line: number } | null;
  corrected: Correction | undefined;
  open: boolean;
  teams: readonly SelectOption[];
  onPlace: () => void;
  onOpen: (open: boolean) => void;
  onCorrect: (correction: Correction) => void;
}

/** A row of a preview, with what can be corrected in it by hand. */
export function PreviewLine({
  row,
  place,
  corrected,
  open,
  teams,
  onPlace,
  onOpen,
  onCorrect,
}: PreviewLineProps) {
  const can = correctable(row, corrected);
  const left = corrected?.skip === true;
  const of = <span className="sr-only"> {row.name}</span>;
  return (
    <ImportLine
      row={row}
      place={place}
      byHand={corrected !== undefined}
      onPlace={onPlace}
      action={
        <>
          {can.facts && (
            <Button variant="quiet" aria-expanded={open} onClick={() => onOpen(!open)}>
              {row.action === "error" ? "Mend" : "Correct"}
              {of}
            </Button>
          )}
          {can.skip && (
            <Button variant="quiet" onClick={() => onCorrect({ skip: !left })}>
              {left ? "Take in again" : "Leave out"}
              {of}
            </Button>
          )}
        </>
      }
    >
      {open && can.facts && (
        <div className="mt-1.5 mb-1 md:ml-50">
          <CorrectFields of={row.name} correction={corrected ?? {}} teams={teams} onCorrect={onCorrect} />
        </div>
      )}
    </ImportLine>
  );
}
