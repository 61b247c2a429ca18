"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { classNames } from "./class-names";
import { usePlaced } from "./use-placed";

interface PopoverProps {
  /** What the button shows. */
  trigger: ReactNode;
  triggerClass?: string | undefined;
  /** Name of what opens. */
  label: string;
  align?: "start" | "end" | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A button with a small sheet of links and fields, on the browser's own popover: it opens before any script runs. */
export function Popover({
  trigger,
  triggerClass,
  label,
  align = "start",
  className,
  children,
}: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  usePlaced({ open, button, sheet, align });
  return (
    <>
      <button ref={button} type="button" aria-expanded={open} popoverTarget={id} className={triggerClass}>
        {trigger}
      </button>
      <div
        ref={sheet}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={(event) => setOpen(event.newState === "open")}
        onClick={(event) => (event.target as Element).closest("a[href]") && sheet.current?.hidePopover()}
        onSubmit={() => sheet.current?.hidePopover()}
        onKeyDown={(event) => event.key === "Escape" && button.current?.focus()}
        className={classNames(
          "fixed inset-auto m-0 rounded-lg border border-line bg-card p-1 text-ink shadow-pop",
          "transition-opacity duration-100 starting:opacity-0",
          className,
        )}
      >
        {children}
      </div>
    </>
  );
}
