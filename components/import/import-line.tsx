import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import type { ImportAction, ImportRow } from "@/lib/domain/import-rows";
import { ACTION_TEXT, DONE_TEXT, kindWord, rowHref, shownChanges } from "./row-words";

const GRID = "md:grid-cols-[3rem_7.5rem_minmax(0,16rem)_minmax(0,1fr)_auto]";

/** What the columns of the rows are. */
export function ImportLineHead({ done = false }: { done?: boolean | undefined }) {
  return (
    <div
      aria-hidden="true"
      className={`hidden gap-x-4 border-b border-line px-4.5 py-1.5 text-[0.75rem] font-medium text-ink-3 md:grid ${GRID}`}
    >
      <span>Line</span>
      <span>{done ? "What happened" : "What happens"}</span>
      <span>Name</span>
      <span>Values and notes</span>
    </div>
  );
}

interface ImportLineProps {
  row: ImportRow;
  /** Where it stands, as far as it stands somewhere. */
  place: { name: string | null; line: number } | null;
  /** It was corrected by hand. */
  byHand?: boolean | undefined;
  /** It has happened. */
  done?: boolean | undefined;
  /** Shows the line in the text. */
  onPlace?: (() => void) | undefined;
  /** What can be done about it, at its end. */
  action?: ReactNode;
  children?: ReactNode;
}

/** One row: where it stands, what happens to it, what it is, what it writes and why. */
export function ImportLine({ row, place, byHand = false, done, onPlace, action, children }: ImportLineProps) {
  const href = rowHref(row);
  return (
    <li id={`row-${row.key}`} className="border-t border-line px-4.5 py-2 first:border-t-0">
      <div className={`grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 max-md:*:col-span-2 ${GRID}`}>
        <span className="text-sm text-ink-3 tabular-nums max-md:order-1 max-md:col-span-1! md:pt-px">
          {place === null ? (
            <span className="max-md:hidden">–</span>
          ) : (
            <LineNumber line={place.line} onPlace={onPlace} />
          )}
        </span>
        <span className="max-md:col-span-1!">
          <ActionMark action={row.action} done={done} />
          {byHand && <span className="block text-sm text-ink-3">corrected by hand</span>}
        </span>
        <span className="min-w-0 [overflow-wrap:anywhere] max-md:order-2">
          {href === null ? (
            <bdi className="font-strong">{row.name}</bdi>
          ) : (
            <Link href={href} className="link font-strong">
              <bdi>{row.name}</bdi>
            </Link>
          )}
          <span className="block text-sm text-ink-3">
            {kindWord(row)}
            {place?.name && (
              <>
                {" in "}
                <bdi>{place.name}</bdi>
              </>
            )}
          </span>
        </span>
        <div className="min-w-0 max-md:order-3">
          <ChangeList row={row} />
        </div>
        {action !== undefined && (
          <span className="-my-0.75 flex flex-wrap items-start gap-0.5 max-md:order-4 max-md:-ml-2.75 md:justify-end">
            {action}
          </span>
        )}
      </div>
      {children}
    </li>
  );
}

function LineNumber({ line, onPlace }: { line: number; onPlace: (() => void) | undefined }) {
  const text = (
    <>
      <span className="md:sr-only">Line </span>
      {line}
    </>
  );
  if (onPlace === undefined) return text;
  return (
    <button type="button" title="Show it in the text" onClick={onPlace} className="link">
      {text}
    </button>
  );
}

const LOOK: Record<ImportAction, { sign: string; shape: string }> = {
  create: { sign: "+", shape: "rounded-[24%] bg-yes-soft text-yes" },
  change: { sign: "→", shape: "rounded-[24%] bg-partly-soft text-partly" },
  same: { sign: "=", shape: "rounded-[24%] text-ink-3 inset-ring inset-ring-none" },
  skip: { sign: "–", shape: "text-ink-3" },
  error: { sign: "✕", shape: "rounded-[24%] bg-no text-card" },
};

/** What happens to a row: a sign, a shape and a colour of its own, and the word beside it. */
function ActionMark({ action, done = false }: { action: ImportAction; done?: boolean | undefined }) {
  const { sign, shape } = LOOK[action];
  return (
    <span className="inline-flex items-center gap-1.75 whitespace-nowrap">
      <span
        aria-hidden="true"
        className={classNames(
          "inline-grid size-4.5 shrink-0 place-items-center text-[0.75rem] leading-none font-[650] select-none",
          shape,
        )}
      >
        {sign}
      </span>
      <span className={action === "error" ? "font-strong text-no" : "text-ink-2"}>
        {(done ? DONE_TEXT[action] : undefined) ?? ACTION_TEXT[action].name}
      </span>
    </span>
  );
}

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
function ChangeList({ row }: { row: ImportRow }) {
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
