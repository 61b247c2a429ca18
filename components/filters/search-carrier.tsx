"use client";

import type { MouseEvent, ReactNode } from "react";
import { useNavigate } from "@/lib/client/navigation";
import { carrySearch } from "./carry-search";

/** Around a search and the filters beside it: a filter chosen before Enter takes along what was typed. */
export function SearchCarrier({ className, children }: { className?: string; children: ReactNode }) {
  const navigate = useNavigate();
  function onClickCapture(event: MouseEvent<HTMLDivElement>): void {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest("a[href]");
    const field = event.currentTarget.querySelector<HTMLInputElement>('input[name="q"]');
    if (!link || !field || link.hasAttribute("data-drops-search")) return;
    const href = carrySearch(link.getAttribute("href") ?? "", field.value, field.defaultValue);
    if (href === null) return;
    event.preventDefault();
    navigate(href, { scroll: false });
  }
  return (
    <div className={className} onClickCapture={onClickCapture}>
      {children}
    </div>
  );
}
