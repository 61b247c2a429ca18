"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const ROW =
  "flex min-h-8 w-full items-center gap-2 rounded-md px-2.5 py-1 text-left hover:bg-sunk focus:bg-sunk focus-visible:outline-offset-[-2px] pointer-coarse:min-h-11";

interface MenuItemProps {
  onSelect: () => void;
  danger?: boolean | undefined;
  children: ReactNode;
}

/** An action in a Menu. */
export function MenuItem({ onSelect, danger = false, children }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={onSelect}
      className={classNames(ROW, danger && "text-no")}
    >
      {children}
    </button>
  );
}

/** A place to go in a Menu. */
export function MenuLink({
  href,
  current = false,
  children,
}: {
  href: string;
  current?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      role="menuitem"
      tabIndex={-1}
      aria-current={current ? "page" : undefined}
      className={classNames(ROW, current && "font-strong")}
    >
      {children}
    </Link>
  );
}

/** A file to take along, in a Menu. */
export function MenuDownload({
  href,
  name,
  children,
}: {
  href: string;
  /** What the file is called, where the server does not say. */
  name?: string;
  children: ReactNode;
}) {
  return (
    <a href={href} download={name ?? true} role="menuitem" tabIndex={-1} className={ROW}>
      {children}
    </a>
  );
}

interface MenuChoiceProps {
  checked: boolean;
  onSelect: () => void;
  children: ReactNode;
}

/** One of several in a Menu, of which one is in force; the menu stays open to see the effect. */
export function MenuChoice({ checked, onSelect, children }: MenuChoiceProps) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={checked}
      data-stay=""
      tabIndex={-1}
      onClick={onSelect}
      className={ROW}
    >
      {children}
      {checked && <Check aria-hidden="true" className="ml-auto size-3.5 text-ink-2" />}
    </button>
  );
}

/** Words in a Menu that cannot be chosen. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2.5 pt-1.5 pb-1 text-[0.75rem] text-ink-3">{children}</div>;
}

/** A line between groups of a Menu. */
export function MenuLine() {
  return <hr className="my-1 border-line" />;
}
