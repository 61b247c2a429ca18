import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface CardProps {
  title?: ReactNode;
  /** Small words at the right of the title: what the figures are, or how many. */
  aside?: ReactNode;
  /** Without padding, for a table that reaches the edges. */
  flush?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** The one level of surface. Never a card in a card. */
export function Card({ title, aside, flush = false, className, children }: CardProps) {
  return (
    <section
      data-card=""
      className={classNames(
        "min-w-0 rounded-xl border border-line bg-card shadow-card",
        flush ? "overflow-hidden" : "px-4.5 py-4 print:px-3 print:py-2",
        className,
      )}
    >
      {title !== undefined && (
        <header
          className={classNames(
            "flex flex-wrap items-baseline justify-between gap-x-2.5 gap-y-1",
            flush ? "border-b border-line px-4.5 py-3 print:px-3 print:py-1.5" : "mb-3 print:mb-1.5",
          )}
        >
          <h2 className="text-sm font-strong text-ink-2">{title}</h2>
          {aside !== undefined && <div className="text-[0.75rem] text-ink-3">{aside}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
