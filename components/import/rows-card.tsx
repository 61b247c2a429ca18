import { Search } from "lucide-react";
import { startTransition, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { inputLook } from "@/components/ui/input-look";
import type { SelectOption } from "@/components/ui/select";
import { type Correction, countActions, type ImportRow } from "@/lib/domain/import-rows";
import { counted } from "@/lib/domain/words";
import { CorrectFields } from "./correct-fields";
import type { ImportDraft, RowName } from "./draft";
import { ImportLine, ImportLineHead } from "./import-line";
import type { RowChoice } from "./row-order";
import { ACTION_ORDER, ACTION_TEXT, correctable } from "./row-words";
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
        <p className="px-4.5 py-8 text-center text-ink-2">There is no such row.</p>
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
function PreviewLine({ row, place, corrected, open, teams, onPlace, onOpen, onCorrect }: PreviewLineProps) {
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

interface RowFiltersProps {
  rows: readonly ImportRow[];
  choice: RowChoice;
  onChoose: (choice: Partial<RowChoice>) => void;
}

/** Which rows are shown: by what happens to them, and by name. */
function RowFilters({ rows, choice, onChoose }: RowFiltersProps) {
  const counts = useMemo(() => countActions(rows), [rows]);
  const [typed, setTyped] = useState(choice.q);
  const [before, setBefore] = useState(choice.q);
  if (before !== choice.q) {
    setBefore(choice.q);
    if (choice.q === "") setTyped("");
  }
  const filters = [
    { show: null, label: "All", count: rows.length },
    ...ACTION_ORDER.map((show) => ({ show, label: ACTION_TEXT[show].filter, count: counts[show] })),
  ].filter(({ show, count }) => count > 0 || show === null || show === choice.show);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that filter a list are a group, not fields of a form */}
      <div
        role="group"
        aria-label="Rows to show"
        className="flex max-w-full flex-wrap gap-0.5 rounded-lg bg-sunk p-0.5"
      >
        {filters.map(({ show, label, count }) => (
          <button
            key={label}
            type="button"
            aria-pressed={show === choice.show}
            onClick={() => startTransition(() => onChoose({ show }))}
            className="flex gap-1.5 rounded-md px-2.5 py-1 text-[0.8125rem] font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-pressed:bg-card aria-pressed:text-ink aria-pressed:shadow-card"
          >
            {label}
            <span className="font-normal text-ink-3 tabular-nums">{count.toLocaleString("en")}</span>
          </button>
        ))}
      </div>
      <span className="relative w-full sm:ml-auto sm:w-52">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        />
        <input
          type="search"
          dir="auto"
          value={typed}
          maxLength={200}
          placeholder="Name"
          aria-label="Find rows by name"
          onChange={({ target }) => {
            setTyped(target.value);
            startTransition(() => onChoose({ q: target.value }));
          }}
          className={classNames(inputLook, "h-7.5 pl-8 pointer-coarse:h-10")}
        />
      </span>
    </div>
  );
}
