"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names";
import { menuTarget } from "./menu-keys";
import { usePlaced } from "./use-placed";

interface MenuProps {
  /** Name of the button, when what it shows is not words. */
  label?: string | undefined;
  /** What the button shows. */
  trigger: ReactNode;
  triggerClass?: string | undefined;
  /** Which edge of the button the menu keeps to. */
  align?: "start" | "end" | undefined;
  /** Class of the sheet, for its width. */
  className?: string | undefined;
  /** MenuItem, MenuLink, MenuChoice, MenuLabel, MenuLine. */
  children: ReactNode;
}

const items = (menu: HTMLElement | null) =>
  Array.from(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])') ?? []);

/** A button with a list of actions, on the browser's own popover: top layer, Escape and a press outside cost no code. */
export function Menu({ label, trigger, triggerClass, align = "start", className, children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  usePlaced({ open, button, sheet, align });
  useEffect(() => {
    if (open) items(sheet.current)[0]?.focus();
  }, [open]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Tab") sheet.current?.hidePopover();
    if (event.key === "Tab" || event.metaKey || event.ctrlKey || event.altKey) return;
    const choices = items(sheet.current);
    const current = choices.indexOf(document.activeElement as HTMLElement);
    const next = menuTarget(
      event.key,
      choices.map((item) => item.textContent ?? ""),
      current,
    );
    if (next === null) return;
    event.preventDefault();
    choices[next]?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || open) return;
          event.preventDefault();
          sheet.current?.showPopover();
        }}
        className={triggerClass}
      >
        {trigger}
      </button>
      <div
        ref={sheet}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        onToggle={(event) => setOpen(event.newState === "open")}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const item = (event.target as HTMLElement).closest('[role^="menuitem"]');
          if (item && !item.hasAttribute("data-stay")) sheet.current?.hidePopover();
        }}
        className={classNames(
          "fixed inset-auto m-0 min-w-50 overflow-y-auto rounded-lg border border-line bg-card p-1 text-ink shadow-pop",
          "max-h-[calc(100dvh-16px)] transition-opacity duration-100 starting:opacity-0",
          className,
        )}
      >
        {children}
      </div>
    </>
  );
}
