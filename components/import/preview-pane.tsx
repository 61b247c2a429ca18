import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ComponentProps, type Dispatch, useEffect, useEffectEvent, useMemo, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { repeatKeys } from "@/lib/client/repeat-key";
import { useRested } from "@/lib/client/use-rested";
import type { ImportField } from "@/lib/domain/import-columns";
import { neededText } from "./column-words";
import { ColumnsCard } from "./columns-card";
import type { DraftAction, ImportDraft } from "./draft";
import { ImportBar } from "./import-bar";
import { type ImportFailure, importFailure } from "./import-failure";
import { joinParts, type Place } from "./parts";
import { type ImportRequest, largeProblem, requestOf } from "./request";
import { RowsCard } from "./rows-card";
import { type Imported, previewImport, runImport, tableOf } from "./send-import";
import { type StoredValues, valuesToSend } from "./stored-values";
import { type KnownTeam, teamChoices } from "./team-choices";
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
            {draft.dropped === 1 ? "One correction was" : `${draft.dropped} corrections were`} dropped: the
            text changed, and their rows are no longer in it.
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
      <p className="say">Checking what would happen …</p>
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
      <span className="min-w-0 [overflow-wrap:anywhere]" title={names.join(", ")}>
        <bdi>{names.length === 1 ? first : `${names.length} files`}</bdi>, {lines.toLocaleString("en")}{" "}
        {lines === 1 ? "line" : "lines"}
      </span>
      <button type="button" onClick={onChange} className="link min-h-6 text-ink-2">
        Change the text
      </button>
      <button type="button" onClick={onAnew} className="link min-h-6 text-ink-2">
        Start over
      </button>
    </p>
  );
}

/** A correction is sent when the hand rests for so long. */
const REST_MS = 350;

interface Preview {
  /** The last one that came; it stays while the next one is under way, and when that fails. */
  imported: Imported | null;
  /** It is of what is asked for now. */
  current: boolean;
  failure: ImportFailure | null;
  /** Asks once more for the same. */
  again: () => void;
  /** What the server found when it refused to import. */
  put: (rows: Imported["rows"]) => void;
}

/** Not sent at all: it would be refused for its size. */
class TooLarge extends Error {}

/** Texts of many megabytes are not written out to compare them: each request has a number. */
const numbers = new WeakMap<ImportRequest, number>();
let last = 0;
function numberOf(request: ImportRequest): number {
  const number = numbers.get(request) ?? ++last;
  numbers.set(request, number);
  return number;
}

/**
 * What an import would do, asked anew whenever the request is another one. Whatever comes late is thrown away.
 * @param request null: nothing is asked · @param onPreview told of each one that came
 */
function usePreview(request: ImportRequest | null, onPreview: (imported: Imported) => void): Preview {
  const client = useQueryClient();
  const asked = useRested(request, REST_MS) ?? request;
  const queryKey = ["import-preview", asked === null ? 0 : numberOf(asked)];
  const { data, error, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      if (asked === null) throw new RangeError("nothing is asked");
      const large = largeProblem(asked);
      if (large !== null) throw new TooLarge(large);
      return previewImport(asked, signal);
    },
    enabled: request !== null,
    networkMode: "always",
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [before, setBefore] = useState(data);
  if (data !== undefined && data !== before) setBefore(data);
  const told = useEffectEvent(onPreview);
  useEffect(() => {
    if (data !== undefined) told(data);
  }, [data]);

  const settled = request !== null && asked === request && !isFetching;
  const failure =
    error instanceof TooLarge
      ? { kind: "text" as const, message: error.message, rows: null }
      : importFailure(error, false);
  return {
    imported: request === null ? null : (data ?? before ?? null),
    current: settled && error === null,
    failure: settled && error !== null ? failure : null,
    again: () => void refetch(),
    put: (rows) => client.setQueryData<Imported>(queryKey, (now) => now && { ...now, rows }),
  };
}

/** Imports: all or nothing, and once however often it is pressed. */
function useImport(onDone: (imported: Imported) => void, onRefused: (rows: Imported["rows"]) => void) {
  const client = useQueryClient();
  const router = useRouter();
  const [keyOf] = useState(() => repeatKeys());
  const importing = useSave({
    send: (request: ImportRequest) => runImport(request, keyOf(request.body)),
    onSaved: (imported) => {
      void client.invalidateQueries();
      router.refresh();
      onDone(imported);
    },
    onFailed: (error) => {
      const { rows } = importFailure(error, true);
      if (rows !== null) onRefused(rows);
    },
    leaves: true,
  });
  const { save: run, busy, error, sent } = importing;
  const failed =
    error === null || sent === undefined ? null : { of: sent, failure: importFailure(error, true) };
  return { run, busy, failed };
}
