import { type ComponentProps, type Dispatch, useEffect, useEffectEvent, useMemo } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { ImportField } from "@/lib/domain/import-columns";
import { neededText } from "./column-words";
import { ColumnsCard } from "./columns-card";
import type { DraftAction, ImportDraft } from "./draft";
import { ImportBar } from "./import-bar";
import { joinParts, type Place } from "./parts";
import { requestOf } from "./request";
import { RowsCard } from "./rows-card";
import { type Imported, tableOf } from "./send-import";
import { type StoredValues, valuesToSend } from "./stored-values";
import { type KnownTeam, teamChoices } from "./team-choices";
import { useImport } from "./use-import";
import { usePreview } from "./use-preview";
import { useRows } from "./use-rows";
import { ValuesCard } from "./values-card";
import { previewWords, type Words } from "./words";
import { WordsSentence } from "./words-sentence";

interface PreviewPaneProps {
  draft: ImportDraft;
  dispatch: Dispatch<DraftAction>;
  teams: readonly KnownTeam[];
  /** What words of files mean, and how that is said. */
  values: StoredValues;
  onValue: ComponentProps<typeof ValuesCard>["onValue"];
  /** The text cannot be previewed as it is. */
  onText: (problem: string) => void;
  /** Where a line of the joined text stands. */
  placeOf: (line: number) => Place;
  /** Shows it there. */
  onPlace: (line: number) => void;
  onAnew: () => void;
  onDone: (imported: Imported) => void;
}

const NO_ROWS: Imported["rows"] = [];

/** The second step: what would happen to each row, corrected by hand, and the button that makes it so. */
export function PreviewPane({
  draft,
  dispatch,
  teams,
  values,
  onValue,
  onText,
  placeOf,
  onPlace,
  onAnew,
  onDone,
}: PreviewPaneProps) {
  const { source, parts, what, columns, corrections } = draft;
  const request = useMemo(
    () => requestOf({ source, parts, what, columns, corrections }, valuesToSend(values)),
    [source, parts, what, columns, corrections, values],
  );
  const preview = usePreview(request, ({ rows }) => dispatch({ type: "previewed", rows }));
  const { imported, failure } = preview;
  const { run, busy, failed } = useImport(onDone, preview.put);
  const rows = imported?.rows ?? NO_ROWS;
  const table = imported === null ? null : tableOf(imported);
  const text = useMemo(() => joinParts(parts), [parts]);
  const looked = useRows(rows, `${imported === null}/${what}/${JSON.stringify(columns)}/${text}`);
  const unread = failure?.kind === "text" && imported === null ? failure.message : null;
  const unreadable = useEffectEvent(onText);
  useEffect(() => {
    if (unread !== null) unreadable(unread);
  }, [unread]);

  const sentence = useMemo(() => previewWords(rows), [rows]);
  const choices = useMemo(() => teamChoices(teams, rows), [teams, rows]);
  const missing = (table?.missing ?? []) as ImportField[];
  const words: Words[] =
    table !== null && missing.length > 0
      ? [{ text: `One thing first: which column has the ${neededText(missing, table.what)}?` }]
      : sentence;
  const refused = failed !== null && failed.of === request ? failed.failure : null;
  return (
    <div className="grid">
      <SourceLine
        draft={draft}
        lines={text.split("\n").length}
        onChange={() => dispatch({ type: "step", step: "choose" })}
        onAnew={onAnew}
      />
      {imported === null ? (
        failure === null && <Waiting />
      ) : (
        <div aria-live="polite" className="mb-5">
          <WordsSentence words={words} onShow={(show) => looked.choose({ show, q: "" })} />
        </div>
      )}
      <div className="grid gap-4.5">
        {failure !== null && unread === null && (
          <div className="grid gap-2">
            <FailureNotice failure={failure} />
            <span className="flex gap-2">
              <Button onClick={preview.again}>Try again</Button>
            </span>
          </div>
        )}
        {draft.dropped > 0 && (
          <Notice>
            {draft.dropped === 1 ? "One correction was" : `${draft.dropped} corrections were`} let go: the
            text changed, and their rows are not in it any more.
          </Notice>
        )}
        {imported?.findings.map(({ code, text: said }) => (
          <Notice key={code} tone="warn">
            <bdi>{said}</bdi>
          </Notice>
        ))}
        {table !== null && (
          <ColumnsCard
            table={table}
            text={text}
            chosen={columns}
            onColumn={(field, place) => dispatch({ type: "column", field, place })}
            onWhat={(next) => dispatch({ type: "what", what: next })}
          />
        )}
        {imported !== null && <ValuesCard values={imported.values} onValue={onValue} />}
        {imported !== null && rows.length > 0 && (
          <RowsCard
            rows={rows}
            looked={looked}
            corrections={corrections}
            teams={choices}
            placeOf={placeOf}
            onPlace={onPlace}
            onCorrect={(some, correction) => dispatch({ type: "correct", rows: some, correction })}
            onTakeBack={() => dispatch({ type: "takeBack" })}
          />
        )}
      </div>
      {imported !== null && request !== null && (
        <ImportBar
          rows={rows}
          current={preview.current}
          blocked={missing.length > 0}
          busy={busy}
          failure={refused}
          onImport={() => run(request)}
          onShowErrors={() => {
            looked.choose({ show: "error", q: "" });
            document.getElementById("rows")?.scrollIntoView();
          }}
          onAnew={onAnew}
        />
      )}
    </div>
  );
}

function Waiting() {
  return (
    <div role="status" className="grid gap-3">
      <p className="say">Looking at what would happen …</p>
      <Skeleton className="h-40 w-full" />
    </div>
  );
}

interface SourceLineProps {
  draft: ImportDraft;
  lines: number;
  onChange: () => void;
  onAnew: () => void;
}

/** What is previewed, and the ways back. */
function SourceLine({ draft, lines, onChange, onAnew }: SourceLineProps) {
  const names = draft.parts.map(({ name }) => name ?? "pasted text");
  const [first = ""] = names;
  return (
    <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-3">
      <span className="min-w-0 truncate" title={names.join(", ")}>
        <bdi>{names.length === 1 ? first : `${names.length} files`}</bdi>, {lines.toLocaleString("en")}{" "}
        {lines === 1 ? "line" : "lines"}
      </span>
      <button type="button" onClick={onChange} className="link min-h-6 text-ink-2">
        Change the text
      </button>
      <button type="button" onClick={onAnew} className="link min-h-6 text-ink-2">
        Begin anew
      </button>
    </p>
  );
}
