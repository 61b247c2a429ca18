import { type Dispatch, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { IMPORT_TABLES, type ImportTable } from "@/lib/domain/import-columns";
import type { Added } from "./add-files";
import type { DraftAction, ImportDraft } from "./draft";
import { guessSource, type ImportSource, type Place } from "./parts";
import { templateHref } from "./template";
import { TextCard } from "./text-card";
import { TABLE_TEXT } from "./words";

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
          title={said.problems.length === 1 ? "One file was not added." : "Some files were not added."}
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

const SOURCES: readonly { source: ImportSource; title: string; text: string }[] = [
  {
    source: "backstage",
    title: "Backstage catalogue",
    text: "catalog-info.yaml, one file or many. Groups become teams, components become services.",
  },
  {
    source: "csv",
    title: "Spreadsheet",
    text: "CSV, or rows copied with their headers: services, answers, or plans for gaps.",
  },
];

interface SourceCardsProps {
  source: ImportSource;
  onChoose: (source: ImportSource) => void;
}

/** Where the rows come from: one of two. */
function SourceCards({ source, onChoose }: SourceCardsProps) {
  return (
    <fieldset className="grid gap-2.5 sm:grid-cols-2">
      <legend className="sr-only">What do you have?</legend>
      {SOURCES.map((each) => (
        <label
          key={each.source}
          className={classNames(
            "grid grid-cols-[auto_1fr] items-start gap-x-2.5 rounded-xl border bg-card px-4 py-3 shadow-card",
            "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
            source === each.source ? "border-ink" : "border-line hover:border-line-strong",
          )}
        >
          <input
            type="radio"
            name="source"
            value={each.source}
            checked={source === each.source}
            onChange={() => onChoose(each.source)}
            className="mt-1 accent-ink outline-none"
          />
          <span>
            <span className="font-strong">{each.title}</span>
            <span className="block text-pretty text-ink-2">{each.text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const MAPPED: readonly (readonly [from: string, to: ReactNode])[] = [
  ["Group", "a team"],
  ["Component", "a service of the team that owns it"],
  ["lifecycle", "production → live, experimental → building, deprecated → live, with a note"],
  ["tags, links", "as they are; a repository is taken from the annotation of GitHub"],
  [
    "pagerduty.com, opsgenie.com",
    "who is on call, by annotations; an integration key is a secret, and never read",
  ],
  ["dependsOn", "what it depends on, where that is a component"],
  ["plumbline/tier", "an annotation with 1, 2, 3 or 4; without it tier 3 is assumed"],
  ["Location", "is not followed: its targets are listed, so that you can add those files"],
];

const TABLES: Record<ImportTable, string> = {
  services: "name and team; optionally tier, lifecycle, tags, description, onCall, links, dependsOn.",
  answers: "service, question, verdict; optionally reason and evidence.",
  gaps: "service, question, and owner, due date, effort, ticket or note.",
};

/** How it is imported, beside the text. */
function SourceHelp({ source }: { source: ImportSource }) {
  if (source === "backstage") {
    return (
      <aside aria-label="How it is imported" className="text-sm text-ink-2">
        <h2 className="mb-2 font-strong text-ink">How it is imported</h2>
        <dl className="grid gap-1.5">
          {MAPPED.map(([from, to]) => (
            <div key={from}>
              <dt className="inline font-strong text-ink">{from}</dt> <dd className="inline">{to}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3">
          Users, APIs, systems and resources are skipped, each with a reason. Invite people instead.
        </p>
      </aside>
    );
  }
  return (
    <aside aria-label="What the columns are" className="text-sm text-ink-2">
      <h2 className="mb-2 font-strong text-ink">What the columns are</h2>
      <p>
        The first line has their names. They are matched by name, in any order, and you can correct that. An
        empty cell leaves what is there.
      </p>
      <ul className="mt-3 grid gap-3">
        {IMPORT_TABLES.map((what) => (
          <li key={what}>
            <b className="text-ink">{TABLE_TEXT[what]}:</b> {TABLES[what]}{" "}
            <a
              href={templateHref(what)}
              download={`plumbline-${what}-template.csv`}
              aria-label={`Template for ${TABLE_TEXT[what].toLowerCase()}`}
              className="link text-ink"
            >
              Template
            </a>
            {what !== "services" && (
              <>
                {" · "}
                <a
                  href={`/api/v1/exports/${what}?format=csv`}
                  download
                  aria-label={`Your current ${TABLE_TEXT[what].toLowerCase()} as CSV`}
                  className="link text-ink"
                >
                  your current ones
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3">
        One import takes up to 1 MB. If you have more, export one team at a time: filter{" "}
        <Link href="/services" className="link text-ink">
          the services
        </Link>{" "}
        by team, then Export.
      </p>
    </aside>
  );
}
