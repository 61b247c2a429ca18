"use client";

import { type ReactNode, useEffect, useEffectEvent, useReducer, useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { onDemand } from "@/components/ui/on-demand";
import type { ImportTable } from "@/lib/domain/import-columns";
import { type Added, addFiles } from "./add-files";
import { ChooseSource } from "./choose-source";
import { draftReducer, EMPTY_DRAFT, type ImportDraft } from "./draft";
import { ImportLine, ImportLineHead } from "./import-line";
import { type ImportSource, type Place, placeOf } from "./parts";
import { readFiles } from "./read-file";
import { RowsFooter } from "./rows-footer";
import type { Imported } from "./send-import";
import { findDraft, storeDraft } from "./stored-draft";
import { loadValues, NO_VALUES, type StoredValues, storeValues, withValue } from "./stored-values";
import type { KnownTeam } from "./team-choices";
import { PAGE_ROWS } from "./use-rows";
import { resultWords } from "./words";
import { WordsSentence } from "./words-sentence";

// The second step: nobody needs it who has not put anything in.
const PreviewPane = onDemand(() => import("./preview-pane").then((module) => module.PreviewPane));

interface ImporterProps {
  /** Whose drafts are kept. */
  person: string;
  teams: readonly KnownTeam[];
  /** What the address asks for. */
  wanted: { source: ImportSource; what: ImportTable | null };
  /** The sentence over the first step. */
  children: ReactNode;
}

const NOTHING_SAID = { problems: [], notes: [] } as const;

/** Bringing what one has: the text, its preview, the result. What was put in outlives a reload. */
export function Importer({ person, teams, wanted, children }: ImporterProps) {
  const [draft, dispatch] = useReducer(draftReducer, { ...EMPTY_DRAFT, ...wanted });
  const [ready, setReady] = useState(false);
  const [kept, setKept] = useState(true);
  const [values, setValues] = useState<StoredValues>(NO_VALUES);
  const [ask, setAsk] = useState<Added["ask"]>(null);
  const [said, setSaid] = useState<{ problems: readonly string[]; notes: readonly string[] }>(NOTHING_SAID);
  const [error, setError] = useState<string | null>(null);
  const [done, setDone] = useState<{ imported: Imported; draft: ImportDraft } | null>(null);
  const [shown, setShown] = useState<Place | null>(null);

  useEffect(() => {
    const found = findDraft(sessionStorage, person);
    if (found !== null) dispatch({ type: "restore", draft: found });
    setValues(loadValues(localStorage, person));
    setReady(true);
  }, [person]);
  useEffect(() => {
    if (ready) setKept(storeDraft(sessionStorage, person, draft));
  }, [ready, person, draft]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text may be right
  useEffect(() => {
    setError(null);
    setShown(null);
  }, [draft.parts, draft.source]);

  const { parts, source } = draft;
  const onFiles = async (files: File[]) => {
    const read = await readFiles(files);
    const added = addFiles(parts, read.parts, source);
    setSaid({ problems: read.problems, notes: [...read.notes, ...added.notes] });
    setAsk(added.ask);
    if (read.parts.length === 0) return;
    dispatch({ type: "parts", parts: added.parts, source: added.source });
    setDone(null);
    const look = read.problems.length > 0 || added.ask !== null;
    dispatch({ type: "step", step: look ? "choose" : "preview" });
  };
  const over = useFileDrop(onFiles);
  const onTake = ({ parts: taken, source: of }: NonNullable<Added["ask"]>) => {
    dispatch({ type: "parts", parts: taken, source: of });
    setAsk(null);
    dispatch({ type: "step", step: "preview" });
  };
  const onAnew = () => {
    setAsk(null);
    dispatch({ type: "restore", draft: { ...EMPTY_DRAFT, source: draft.source } });
    setSaid(NOTHING_SAID);
    setDone(null);
    window.scrollTo(0, 0);
  };

  const placeIn = (of: ImportDraft) => (line: number) =>
    of.source === "csv" ? { index: 0, name: null, line } : placeOf(line, of.parts);
  if (done !== null) {
    return <ResultView imported={done.imported} placeOf={placeIn(done.draft)} onAnew={onAnew} />;
  }
  return (
    <>
      {draft.step === "choose" && <div className="mb-5">{children}</div>}
      {!kept && (
        <div className="mb-4.5">
          <Notice tone="warn">
            This is too large for your browser to keep: reloading the page loses it.
          </Notice>
        </div>
      )}
      {draft.step === "choose" ? (
        <ChooseSource
          draft={draft}
          dispatch={dispatch}
          over={over}
          said={said}
          error={error}
          shown={shown}
          ask={ask}
          onTake={onTake}
          onKeep={() => setAsk(null)}
          onFiles={onFiles}
        />
      ) : (
        <>
          {said.notes.length > 0 && (
            <div className="mb-4.5">
              <Notice tone="warn">{said.notes.join(" ")}</Notice>
            </div>
          )}
          <PreviewPane
            draft={draft}
            dispatch={dispatch}
            teams={teams}
            values={values}
            onValue={(field, word, to) => {
              const told = withValue(values, field, word, to);
              setValues(told);
              storeValues(localStorage, person, told);
            }}
            onText={(problem) => {
              setError(problem);
              dispatch({ type: "step", step: "choose" });
            }}
            placeOf={placeIn(draft)}
            onPlace={(line) => {
              setShown(placeIn(draft)(line));
              dispatch({ type: "step", step: "choose" });
            }}
            onAnew={onAnew}
            onDone={(imported) => {
              dispatch({ type: "restore", draft: { ...EMPTY_DRAFT, source: draft.source } });
              setDone({ imported, draft });
              window.scrollTo(0, 0);
            }}
          />
        </>
      )}
    </>
  );
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/**
 * Takes files that are dropped anywhere on the page, so that none replaces the page by missing its place.
 * @returns whether files are being held over it
 */
function useFileDrop(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hold = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      take(Array.from(event.dataTransfer?.files ?? []));
    };
    const events = { dragenter: enter, dragleave: leave, dragover: hold, drop } as const;
    for (const [name, listener] of Object.entries(events)) window.addEventListener(name as "drop", listener);
    return () => {
      for (const [name, listener] of Object.entries(events))
        window.removeEventListener(name as "drop", listener);
    };
  }, []);
  return over;
}

interface ResultViewProps {
  imported: Imported;
  placeOf: (line: number) => { name: string | null; line: number };
  onAnew: () => void;
}

/** What an import has done, with a link to each thing, and what comes next. */
function ResultView({ imported, placeOf, onAnew }: ResultViewProps) {
  const [show, setShow] = useState<"create" | "change" | null>(null);
  const [page, setPage] = useState(0);
  const written = imported.rows.filter(({ action }) => action === "create" || action === "change");
  const list = written.filter(({ action }) => show === null || action === show);
  const things = written.some(({ kind }) => kind === "team" || kind === "service");
  return (
    <>
      <div role="status" className="mb-4">
        <WordsSentence
          words={resultWords(imported.rows)}
          sub="The same file can be imported again: what is there already stays as it is."
          onShow={(action) => {
            setShow(action === "create" || action === "change" ? action : null);
            setPage(0);
          }}
        />
      </div>
      <div className="mb-5 flex flex-wrap gap-2">
        {things && (
          <ButtonLink href="/settings/people" variant="main">
            Invite the teams
          </ButtonLink>
        )}
        <ButtonLink href="/" variant={things ? "plain" : "main"}>
          Open the portfolio
        </ButtonLink>
        <Button onClick={onAnew}>Import another</Button>
      </div>
      {written.length > 0 && (
        <Card flush>
          <div
            id="rows"
            className="flex scroll-mt-14 flex-wrap items-center justify-between gap-2 border-b border-line px-4.5 py-3"
          >
            <h2 className="text-sm font-strong text-ink-2">What was written</h2>
            {show !== null && (
              <button type="button" className="link min-h-6 text-sm text-ink-2" onClick={() => setShow(null)}>
                Show all of it
              </button>
            )}
          </div>
          <ImportLineHead done />
          <ul aria-label="What was written">
            {list.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS).map((row) => (
              <ImportLine key={row.key} row={row} done place={row.line === null ? null : placeOf(row.line)} />
            ))}
          </ul>
          <RowsFooter
            count={list.length}
            page={page}
            pages={Math.max(1, Math.ceil(list.length / PAGE_ROWS))}
            onPage={setPage}
          />
        </Card>
      )}
    </>
  );
}
