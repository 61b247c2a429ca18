"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";

interface FoldedRowsProps {
  /** What is shown and hidden, for those who listen. */
  name: string;
  head: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A list behind a button; on paper it is always there. */
export function FoldedRows({ name, head, actions, children }: FoldedRowsProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4.5 py-3">
        {head}
        <span className="ml-auto flex gap-2 print:hidden">
          {actions}
          <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {open ? "Hide" : "Show"}
            <span className="sr-only"> {name}</span>
          </Button>
        </span>
      </header>
      <ol id={id} className={open ? undefined : "hidden print:block"}>
        {children}
      </ol>
    </>
  );
}
