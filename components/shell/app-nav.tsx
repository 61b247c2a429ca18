"use client";

import { Check, ChevronDown } from "lucide-react";
import { usePathname } from "next/navigation";
import { useId, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { currentItem, type NavItem } from "./current-item";

/**
 * Where one can go. Side by side where there is room; on a phone one button that says where one is and drops the list
 * under the bar, by the browser's own popover, so that it works before any script does.
 */
export function AppNav({ items }: { items: readonly NavItem[] }) {
  const current = currentItem(items, usePathname());
  const id = useId();
  const sheet = useRef<HTMLElement>(null);
  return (
    <>
      <nav aria-label="Main" className="hidden gap-0.5 min-[70rem]:flex">
        {items.map((item) => (
          <Link
            key={item.href}
            href={item.href}
            aria-current={item === current ? "page" : undefined}
            className="rounded-md px-2 py-1.5 font-medium text-ink-2 hover:text-ink aria-[current]:bg-sunk aria-[current]:text-ink"
          >
            {item.label}
          </Link>
        ))}
      </nav>
      <button
        type="button"
        popoverTarget={id}
        className="flex h-9 min-w-0 items-center gap-1 rounded-md bg-sunk pr-2 pl-3 font-medium min-[70rem]:hidden"
      >
        <span className="sr-only">Go to another page; you are at </span>
        <span className="truncate">{current?.label ?? "Menu"}</span>
        <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
      </button>
      <nav
        ref={sheet}
        id={id}
        popover="auto"
        aria-label="Main"
        className="fixed inset-x-0 top-12 bottom-auto m-0 w-full border-b border-line bg-card p-2 text-ink shadow-pop transition-opacity duration-100 starting:opacity-0 min-[70rem]:hidden"
      >
        {items.map((item) => (
          <Link
            key={item.href}
            href={item.href}
            onClick={() => sheet.current?.hidePopover()}
            aria-current={item === current ? "page" : undefined}
            className={classNames(
              "flex min-h-11 items-center justify-between rounded-md px-3 text-lg",
              item === current ? "bg-sunk font-strong" : "text-ink-2",
            )}
          >
            {item.label}
            {item === current && <Check aria-hidden="true" className="size-4 text-ink-3" />}
          </Link>
        ))}
      </nav>
    </>
  );
}
