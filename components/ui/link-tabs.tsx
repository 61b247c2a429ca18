import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Link } from "./link";

/** One view of the same thing; each has a URL of its own. */
export interface LinkTab {
  href: string;
  label: ReactNode;
  /** How many are behind it. */
  count?: ReactNode;
  current?: boolean | undefined;
}

interface LinkTabsProps {
  /** What is chosen among, for those who listen. */
  label: string;
  tabs: readonly LinkTab[];
  /** `tabs`: parts of a page. `segments`: a small switch above a list or chart. */
  look?: "tabs" | "segments" | undefined;
}

const FRAME = {
  tabs: "scroll-quiet -mb-px flex gap-4.5 border-b border-line",
  segments: "scroll-quiet inline-flex max-w-full gap-0.5 rounded-lg bg-sunk p-0.5",
};
const ITEM = {
  tabs: "border-b-2 border-transparent py-2 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:text-ink",
  segments:
    "rounded-md px-2.5 py-1 text-[0.8125rem] text-ink-2 hover:text-ink aria-[current]:bg-card aria-[current]:text-ink aria-[current]:shadow-card",
};

/** Switches between views by links, so that back, reload and sharing work. */
export function LinkTabs({ label, tabs, look = "tabs" }: LinkTabsProps) {
  return (
    <nav aria-label={label} className={classNames(FRAME[look], "print:hidden")}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={look !== "segments"}
          aria-current={tab.current ? "page" : undefined}
          className={classNames(
            "flex gap-1.5 font-medium whitespace-nowrap focus-visible:outline-offset-[-2px]",
            ITEM[look],
          )}
        >
          {tab.label}
          {tab.count !== undefined && <span className="font-normal text-ink-3">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
