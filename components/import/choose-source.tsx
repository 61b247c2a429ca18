import { type Dispatch, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Added } from "./add-files";
import type { DraftAction, ImportDraft } from "./draft";
import { guessSource, type ImportSource, type Place } from "./parts";
import { SourceCards } from "./source-cards";
import { SourceHelp } from "./source-help";
import { TextCard } from "./text-card";

interface ChooseSourceProps {
  draft: ImportDraft;
  dispatch: Dispatch<DraftAction>;
  over: boolean;
  /** What could not be read of the files, and what was assumed. */
  said: { problems: readonly string[]; notes: readonly string[] };
  /** Why the text could not be previewed. */
  error: string | null;
  /** The line that somebody wants to see. */
  shown: Place | null;
  /** What somebody may want instead of what there is now. */
  ask: Added["ask"];
  onTake: (ask: NonNullable<Added["ask"]>) => void;
  onKeep: () => void;
  onFiles: (files: File[]) => void;
}

const OTHER: Record<ImportSource, { source: ImportSource; looks: string; take: string }> = {
  backstage: {
    source: "csv",
    looks: "This looks like the rows of a spreadsheet.",
    take: "Read it as a spreadsheet",
  },
  csv: {
    source: "backstage",
    looks: "This looks like a Backstage catalogue.",
    take: "Read it as a catalogue",
  },
};

/** The first step: what there is, and the text of it. */
export function ChooseSource(props: ChooseSourceProps) {
  const { draft, dispatch, over, said, error, shown, ask, onTake, onKeep, onFiles } = props;
  const [told, setTold] = useState(false);
  const [first] = draft.parts;
  const guess = first === undefined ? null : guessSource(first);
  const other = OTHER[draft.source];
  return (
    <div className="grid gap-4.5">
      <SourceCards
        source={draft.source}
        onChoose={(source) => {
          setTold(true);
          dispatch({ type: "source", source });
        }}
      />
      {said.problems.length > 0 && (
        <Notice
          tone="problem"
          title={said.problems.length === 1 ? "One file was not taken." : "Some files were not taken."}
        >
          {said.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Notice>
      )}
      {said.notes.length > 0 && (
        <Notice tone="warn">
          {said.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      )}
      {ask !== null && (
        <Notice
          tone="warn"
          action={
            <>
              <Button onClick={() => onTake(ask)}>{ask.take}</Button>
              <Button variant="quiet" onClick={onKeep}>
                Leave it so
              </Button>
            </>
          }
        >
          {ask.text}
        </Notice>
      )}
      {guess === other.source && (
        <Notice
          action={
            <button
              type="button"
              className="link min-h-6 font-medium"
              onClick={() => dispatch({ type: "source", source: other.source })}
            >
              {other.take}
            </button>
          }
        >
          {other.looks}
        </Notice>
      )}
      <div className="grid items-start gap-x-7 gap-y-5 md:grid-cols-[minmax(0,1fr)_19rem]">
        <TextCard
          source={draft.source}
          parts={draft.parts}
          over={over}
          error={error}
          shown={shown}
          onFiles={onFiles}
          onText={(parts) => {
            const [part] = parts;
            const begins = !told && (first?.text.trim() ?? "") === "" && part !== undefined;
            const source = begins ? guessSource(part) : null;
            dispatch(source === null ? { type: "parts", parts } : { type: "parts", parts, source });
          }}
          onPreview={() => dispatch({ type: "step", step: "preview" })}
        />
        <SourceHelp source={draft.source} />
      </div>
    </div>
  );
}
