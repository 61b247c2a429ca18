import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { ImportLine, ImportLineHead } from "./import-line";
import { RowsFooter } from "./rows-footer";
import type { Imported } from "./send-import";
import { PAGE_ROWS } from "./use-rows";
import { resultWords } from "./words";
import { WordsSentence } from "./words-sentence";

interface ResultViewProps {
  imported: Imported;
  placeOf: (line: number) => { name: string | null; line: number };
  onAnew: () => void;
}

/** What an import has done, with a link to each thing, and what comes next. */
export function ResultView({ imported, placeOf, onAnew }: ResultViewProps) {
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
