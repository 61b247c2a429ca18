import Link from "next/link";
import type { ReactNode } from "react";
import type { ImportRow } from "@/lib/domain/import-rows";
import { ActionMark } from "./action-mark";
import { ChangeList } from "./change-list";
import { kindWord, rowHref } from "./row-words";

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
            <Link href={href} prefetch={false} className="link font-strong">
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
