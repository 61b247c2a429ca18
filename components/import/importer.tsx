"use client";

import { type ReactNode, useEffect, useEffectEvent, useReducer, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ImportTable } from "@/lib/domain/import-columns";
import { type Added, addFiles } from "./add-files";
import { ChooseSource } from "./choose-source";
import { draftReducer, EMPTY_DRAFT, type ImportDraft } from "./draft";
import { type ImportSource, type Place, placeOf } from "./parts";
import { PreviewPane } from "./preview-pane";
import { readFiles } from "./read-file";
import { ResultView } from "./result-view";
import type { Imported } from "./send-import";
import { findDraft, storeDraft } from "./stored-draft";
import { loadValues, NO_VALUES, type StoredValues, storeValues, withValue } from "./stored-values";
import type { KnownTeam } from "./team-choices";

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
            This is too large to be kept by your browser: it does not survive a reload of this page.
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
