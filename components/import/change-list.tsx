import type { ImportRow } from "@/lib/domain/import-rows";
import { shownChanges } from "./row-words";

/** Letters of one value that are shown. */
const LENGTH = 160;
/** Notes that are shown before the rest is folded away. */
const NOTES = 3;

const short = (text: string): string => {
  const signs = [...text];
  return signs.length > LENGTH ? `${signs.slice(0, LENGTH - 1).join("")}…` : text;
};

function Value({ text, old = false }: { text: string; old?: boolean }) {
  return (
    <bdi
      title={[...text].length > LENGTH ? text : undefined}
      className={old ? "text-ink-3 line-through" : undefined}
    >
      {short(text)}
    </bdi>
  );
}

/** What a row writes, value by value; what was assumed or left out; why it cannot be. */
export function ChangeList({ row }: { row: ImportRow }) {
  const changes = shownChanges(row);
  const [more, rest] = [row.notes.slice(0, NOTES), row.notes.slice(NOTES)];
  const isError = row.action === "error";
  return (
    <div className="grid min-w-0 content-start gap-0.5">
      {row.reason !== null && <p className={isError ? "text-no" : "text-ink-2"}>{row.reason}</p>}
      {changes.length > 0 && (
        <ul className={row.action === "create" ? "flex flex-wrap gap-x-3" : "grid"}>
          {changes.map(({ field, from, to }) => (
            <li key={field} className="min-w-0 [overflow-wrap:anywhere]">
              <span className="text-ink-3">{field}</span>{" "}
              {from !== null && (
                <>
                  <Value text={from} old />
                  <span aria-hidden="true"> → </span>
                  <span className="sr-only"> becomes </span>
                </>
              )}
              <Value text={to} />
            </li>
          ))}
        </ul>
      )}
      {more.map((note) => (
        <p key={note} className="text-sm text-ink-3 [overflow-wrap:anywhere]">
          {note}
        </p>
      ))}
      {rest.length > 0 && (
        <details className="text-sm text-ink-3">
          <summary className="min-h-6 content-center hover:text-ink">and {rest.length} more</summary>
          {rest.map((note) => (
            <p key={note} className="[overflow-wrap:anywhere]">
              {note}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}
