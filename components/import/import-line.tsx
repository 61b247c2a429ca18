import Link from "next/link";
import type { ReactNode } from "react";
import type { ImportRow } from "@/lib/domain/import/rows";
import { ActionMark } from "./action-mark";
import { ChangeList } from "./change-list";
import { kindWord, rowHref } from "./row-words";

const GRID = "md:grid-cols-[3rem_7.5rem_minmax(0,16rem)_minmax(0,1fr)_auto]";

/** What the columns of the rows are. */
export function ImportLineHead() {
  return (
    <div
      aria-hidden="true"
      className={`hidden gap-x-4 border-b border-line px-4.5 py-1.5 text-[0.75rem] font-medium text-ink-3 md:grid ${GRID}`}
    >
      <span>Line</span>
      <span>What happens</span>
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
  /** What can be done about it, at its end. */
  action?: ReactNode;
  children?: ReactNode;
}

/** One row: where it stands, what happens to it, what it is, what it writes and why. */
export function ImportLine({ row, place, byHand = false, action, children }: ImportLineProps) {
  const href = rowHref(row);
  return (
    <li id={`row-${row.key}`} className="border-t border-line px-4.5 py-2 first:border-t-0">
      <div className={`grid gap-x-4 gap-y-0.5 ${GRID}`}>
        <span className="order-2 text-sm text-ink-3 tabular-nums md:order-none md:pt-px">
          {place === null ? (
            <span className="max-md:hidden">–</span>
          ) : (
            <>
              <span className="md:sr-only">Line </span>
              {place.line}
            </>
          )}
        </span>
        <span>
          <ActionMark action={row.action} />
          {byHand && <span className="block text-sm text-ink-3">corrected by hand</span>}
        </span>
        <span className="min-w-0 [overflow-wrap:anywhere]">
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
        <ChangeList row={row} />
        {action !== undefined && (
          <span className="-my-0.75 flex flex-wrap items-start gap-0.5 max-md:-ml-2.75 md:justify-end">
            {action}
          </span>
        )}
      </div>
      {children}
    </li>
  );
}
