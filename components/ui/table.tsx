import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

interface TableProps {
  /** What the table shows; read aloud, and the name of the region that scrolls. */
  caption: string;
  /** The <thead> and <tbody>. */
  children: ReactNode;
  /** Cells reach the edges of a flush card. */
  flush?: boolean | undefined;
}

/** A table that scrolls sideways by itself where it must, and never the page. */
export function Table({ caption, children, flush = false }: TableProps) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (WCAG 2.1.1)
      tabIndex={0}
      className="overflow-x-auto focus-visible:outline-offset-[-2px]"
    >
      <table
        className={classNames(
          "w-full border-collapse [&_tbody_tr]:border-t [&_tbody_tr]:border-line [&_tbody_tr:hover]:bg-sunk/60",
          flush &&
            "[&_td:first-child]:pl-4.5 [&_td:last-child]:pr-4.5 [&_th:first-child]:pl-4.5 [&_th:last-child]:pr-4.5",
        )}
      >
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

/** Head of a column, or of a row with scope="row"; `numeric` sets it right. */
export function Th({
  numeric = false,
  scope = "col",
  className,
  ...rest
}: ComponentProps<"th"> & { numeric?: boolean | undefined }) {
  return (
    <th
      {...rest}
      scope={scope}
      className={classNames(
        "px-2 py-1.5",
        scope === "col" ? "align-bottom text-[0.75rem] font-medium text-ink-3" : "font-strong",
        numeric ? "text-right tabular-nums" : "text-left",
        className,
      )}
    />
  );
}

/** One cell; `numeric` sets it right, where figures line up. */
export function Td({
  numeric = false,
  className,
  ...rest
}: ComponentProps<"td"> & { numeric?: boolean | undefined }) {
  return (
    <td
      {...rest}
      className={classNames("px-2 py-1.5", numeric && "text-right tabular-nums whitespace-nowrap", className)}
    />
  );
}
