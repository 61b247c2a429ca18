"use client";

import { type ReactNode, useCallback, useEffect, useReducer, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ImportTable } from "@/lib/domain/import/columns";
import { ChooseSource } from "./choose-source";
import { draftReducer, EMPTY_DRAFT, type ImportDraft } from "./draft";
import { findDraft, keepDraft } from "./kept-draft";
import { addParts, guessSource, type ImportSource, type Place, placeOf } from "./parts";
import { PreviewPane } from "./preview-pane";
import { readFiles } from "./read-file";
import { ResultView } from "./result-view";
import type { Imported } from "./send-import";
import type { KnownTeam } from "./team-choices";
import { useFileDrop } from "./use-file-drop";

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
  const [said, setSaid] = useState<{ problems: readonly string[]; notes: readonly string[] }>(NOTHING_SAID);
  const [error, setError] = useState<string | null>(null);
  const [done, setDone] = useState<{ imported: Imported; draft: ImportDraft } | null>(null);
  const [shown, setShown] = useState<Place | null>(null);

  useEffect(() => {
    const found = findDraft(sessionStorage, person);
    if (found !== null) dispatch({ type: "restore", draft: found });
    setReady(true);
  }, [person]);
  useEffect(() => {
    if (ready) setKept(keepDraft(sessionStorage, person, draft));
  }, [ready, person, draft]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text may be right
  useEffect(() => {
    setError(null);
    setShown(null);
  }, [draft.parts, draft.source]);

  const { parts, source } = draft;
  const onFiles = useCallback(
    async (files: File[]) => {
      const read = await readFiles(files);
      setSaid(read);
      const [first] = read.parts;
      if (first === undefined) return;
      const told = guessSource(first) ?? source;
      dispatch({ type: "parts", parts: addParts(parts, read.parts, told), source: told });
      setDone(null);
      dispatch({ type: "step", step: read.problems.length > 0 ? "choose" : "preview" });
    },
    [parts, source],
  );
  const over = useFileDrop(onFiles);
  const onText = useCallback((problem: string) => {
    setError(problem);
    dispatch({ type: "step", step: "choose" });
  }, []);
  const onAnew = () => {
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
            onText={onText}
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
