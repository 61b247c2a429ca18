import type { ReactNode } from "react";
import { Trail } from "./trail";

interface PageHeaderProps {
  title: ReactNode;
  /** The way back up: where this page is filed. */
  trail?: readonly { href: string; label: string }[] | undefined;
  /** Small facts beside the title: pills, tags. */
  facts?: ReactNode;
  /** One line under the title. */
  children?: ReactNode;
}

/** Name of a thing and where it is filed. Screens that open with a Sentence put this above it. */
export function PageHeader({ title, trail, facts, children }: PageHeaderProps) {
  return (
    <header className="mb-4.5">
      {trail !== undefined && trail.length > 0 && <Trail steps={trail} className="mb-1" />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        {facts !== undefined && <div className="flex flex-wrap items-center gap-1.5">{facts}</div>}
      </div>
      {children !== undefined && <div className="mt-1.5 max-w-[62em] text-pretty text-ink-2">{children}</div>}
    </header>
  );
}
