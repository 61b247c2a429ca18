"use client";

import { type ComponentType, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names";

export interface SheetProps {
  /** Names the button of a menu, when what it shows is not words; says what a popover is for. */
  label?: string | undefined;
  /** What the button shows. */
  trigger: ReactNode;
  triggerClass?: string | undefined;
  /** Which edge of the button the sheet keeps to. */
  align?: "start" | "end" | undefined;
  /** Class of the sheet, for its width. */
  className?: string | undefined;
  children: ReactNode;
}

/** How the browser's own was found when the library's took its place. */
export interface Before {
  open: boolean;
  /** The button had the focus. */
  focused: boolean;
}

/** A sheet's looks. */
export const SHEET =
  "overflow-y-auto rounded-lg border border-line bg-card p-1 text-ink shadow-pop outline-none transition-opacity duration-100";

interface SheetButtonProps extends SheetProps {
  popup: "menu" | "dialog";
  /** Brings the library's, the same function every time. */
  load: () => Promise<ComponentType<SheetProps & { before: Before }>>;
}

/**
 * A button with a sheet: the library's, once that has come. No page waits for it: until then, and where scripts or the
 * network stay away, the browser's own popover is in its place, with the same links in it.
 */
export function SheetButton({ popup, load, ...props }: SheetButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [late, setLate] = useState<{ Sheet: Awaited<ReturnType<typeof load>>; before: Before } | null>(null);
  useEffect(() => {
    let gone = false;
    load().then(
      (Sheet) => {
        const open = sheet.current?.matches(":popover-open") ?? false;
        const focused = button.current !== null && button.current === document.activeElement;
        if (!gone) setLate({ Sheet, before: { open, focused } });
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [load]);
  if (late) return <late.Sheet {...props} before={late.before} />;

  const { label, trigger, triggerClass, align = "start", className, children } = props;
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={popup === "menu" ? label : undefined}
        aria-haspopup={popup}
        popoverTarget={id}
        className={triggerClass}
      >
        {trigger}
      </button>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name */}
      <div
        ref={sheet}
        id={id}
        popover="auto"
        role={popup}
        aria-label={label}
        className={classNames(
          "fixed inset-auto m-0 mt-1.5 max-h-[calc(100dvh-16px)] starting:opacity-0",
          align === "end" ? "[position-area:bottom_span-left]" : "[position-area:bottom_span-right]",
          popup === "menu" && "min-w-50",
          SHEET,
          className,
        )}
      >
        {children}
      </div>
    </>
  );
}
