"use client";

import { type ReactNode, useState } from "react";
import { buttonLook } from "@/components/ui/button-look";
import { classNames } from "@/components/ui/class-names";

interface FilterFoldProps {
  /** How many filters are in force. */
  count: number;
  /** FilterMenus. */
  children: ReactNode;
}

/** The filters of a list: side by side where there is room, behind one button on a phone. */
export function FilterFold({ count, children }: FilterFoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className={classNames(buttonLook("plain", "normal"), "shrink-0 md:hidden")}
      >
        Filters
        {count > 0 && <span className="text-ink-3 tabular-nums">{count}</span>}
      </button>
      <div
        className={classNames(
          "flex w-full flex-wrap items-center gap-x-1 gap-y-2 md:contents",
          !isOpen && "max-md:hidden",
        )}
      >
        {children}
      </div>
    </>
  );
}
