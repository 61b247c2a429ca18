"use client";

import {
  type ComponentType,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from "react";
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

/** The library's button and sheet. @param open whether it begins open; the button has the focus in any case */
export type Sheet = ComponentType<SheetProps & { open: boolean }>;

/** A sheet's looks. */
export const SHEET =
  "overflow-y-auto rounded-lg border border-line bg-card p-1 text-ink shadow-pop outline-none transition-opacity duration-100";

interface SheetButtonProps extends SheetProps {
  popup: "menu" | "dialog";
  /** Brings the library's, the same function every time. */
  load: () => Promise<Sheet>;
}

/**
 * A button with a sheet: the library's, from the moment at which somebody comes to it by key or presses it. No page waits
 * for the library: until it is there, and where scripts or the network stay away, the browser's own popover is in its
 * place, with the same links in it. One that is open is never exchanged: presses and what is typed there would be lost.
 */
export function SheetButton({ popup, load, ...props }: SheetButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const library = useRef<Sheet>(null);
  const [taken, setTaken] = useState<{ Over: Sheet; open: boolean } | null>(null);
  const isOpen = () => sheet.current?.matches(":popover-open") ?? false;
  const takeOver = (open: boolean) => library.current && setTaken({ Over: library.current, open });
  const arrive = useEffectEvent((arrived: Sheet) => {
    library.current = arrived;
    // What is open stays as it is, with whatever somebody is about to press or has typed there.
    if (!isOpen() && button.current?.matches(":focus-visible")) takeOver(false);
  });
  useEffect(() => {
    load().then(arrive, () => undefined);
  }, [load]);
  if (taken) return <taken.Over {...props} open={taken.open} />;

  const { label, trigger, triggerClass, align = "start", className, children } = props;
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={popup === "menu" ? label : undefined}
        aria-haspopup={popup}
        popoverTarget={id}
        onFocus={(event) => event.currentTarget.matches(":focus-visible") && takeOver(isOpen())}
        onClick={(event) => {
          if (library.current === null || isOpen()) return;
          event.preventDefault();
          takeOver(true);
        }}
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
