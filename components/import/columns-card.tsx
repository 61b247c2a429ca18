import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Select } from "@/components/ui/select";
import type { CsvImported } from "@/lib/contracts/import";
import { IMPORT_TABLES, type ImportField, type ImportTable } from "@/lib/domain/import-columns";
import { type FieldColumn, fieldColumns, neededText } from "./column-words";
import { samplesOf } from "./peek-table";
import { TABLE_TEXT } from "./words";

interface ColumnsCardProps {
  table: CsvImported;
  text: string;
  /** Chosen by hand. */
  chosen: Partial<Record<ImportField, number | null>>;
  onColumn: (field: ImportField, place: number | null | undefined) => void;
  onWhat: (what: ImportTable) => void;
}

const BY_NAME = "by name";
const NONE = "none";

/** How a table is read: what its rows are, and which column each field comes from, with what stands there. */
export function ColumnsCard({ table, text, chosen, onColumn, onWhat }: ColumnsCardProps) {
  const { what, headers, separator, missing, unread } = table;
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  // opened by what is missing, it stays open when that is found
  if (missing.length > 0 && !asked) {
    setAsked(true);
    setOpen(true);
  }
  const columns = table.columns as Partial<Record<ImportField, number | null>>;
  const samples = useMemo(
    () => samplesOf(text, separator, headers.length),
    [text, separator, headers.length],
  );
  const all = fieldColumns(what, columns, chosen, missing as ImportField[]);
  const found = all.filter(({ place }) => place !== null).length;
  return (
    <Card
      title={`Columns: ${found} of ${headers.length} are read`}
      aside={
        <Button variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Fold away" : "Correct the columns"}
        </Button>
      }
    >
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Select
          label="The rows are"
          value={what}
          options={IMPORT_TABLES.map((each) => ({ value: each, label: TABLE_TEXT[each] }))}
          onChange={({ target }) => onWhat(target.value as ImportTable)}
          className="w-44"
        />
        <p className="min-w-0 flex-1 basis-64 pb-1 text-ink-2">
          {missing.length > 0 ? (
            <span className="font-strong text-no">
              Say which column has the {neededText(missing as ImportField[], what)}.
            </span>
          ) : unread.length > 0 ? (
            <>
              Not read: <bdi>{unread.join(", ")}</bdi>.
            </>
          ) : (
            "Every column is read."
          )}
        </p>
      </div>
      {open && (
        <ul className="mt-3 grid gap-x-7 gap-y-2 lg:grid-cols-2">
          {all.map((field) => (
            <ColumnLine
              key={field.field}
              column={field}
              headers={headers}
              samples={field.place === null ? [] : (samples[field.place] ?? [])}
              onColumn={(place) => onColumn(field.field, place)}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

interface ColumnLineProps {
  column: FieldColumn;
  headers: readonly string[];
  samples: readonly string[];
  onColumn: (place: number | null | undefined) => void;
}

function ColumnLine({ column, headers, samples, onColumn }: ColumnLineProps) {
  const { label, place, matched } = column;
  const byHand = matched === "by hand" || matched === "left out by hand";
  return (
    <li className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-start gap-x-3 border-t border-line pt-2 sm:grid-cols-[7.5rem_minmax(0,11rem)_minmax(0,1fr)]">
      <span className="pt-1.5 font-strong">{label}</span>
      <Select
        label={`Column for ${label}`}
        hideLabel
        value={place === null ? NONE : String(place)}
        options={[
          { value: NONE, label: "in no column" },
          ...headers.map((header, index) => ({
            value: String(index),
            label: header || `Column ${index + 1}`,
          })),
          ...(byHand ? [{ value: BY_NAME, label: "— match by name again" }] : []),
        ]}
        onChange={({ target: { value } }) =>
          onColumn(value === BY_NAME ? undefined : value === NONE ? null : Number(value))
        }
      />
      <span className="min-w-0 pt-1 text-sm max-sm:col-start-2">
        <span className={classNames("block", matched === "needed" ? "font-strong text-no" : "text-ink-3")}>
          {matched === "needed"
            ? "needed: choose its column"
            : place === null
              ? matched
              : `matched ${matched}`}
        </span>
        {samples.length > 0 && (
          <bdi className="block text-ink-2 [overflow-wrap:anywhere]">{samples.join(" · ")}</bdi>
        )}
      </span>
    </li>
  );
}
