"use client";

import type { FormEvent, MouseEvent, ReactNode } from "react";
import { readTicks, searchWithTicks, tickText } from "@/components/addresses/ticks";
import { useNavigate } from "@/lib/client/navigation";

const ticksNow = () => readTicks(new URLSearchParams(window.location.search).getAll("close"));

/** Around the page: whoever filters, or looks at another day, keeps what was ticked since the page was made. */
export function KeepTicks({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  function onClick(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const href = (event.target as Element).closest("a[href]")?.getAttribute("href");
    const url = href ? new URL(href, window.location.href) : null;
    if (url?.pathname !== "/exposure" || url.origin !== window.location.origin) return;
    const search = searchWithTicks(url.search, ticksNow());
    if (search === url.search) return;
    event.preventDefault();
    navigate(`/exposure${search}${url.hash}`, { scroll: url.hash !== "" });
  }
  function onSubmit(event: FormEvent): void {
    const form = event.target as HTMLFormElement;
    if (form.getAttribute("role") !== "search") return;
    for (const field of form.querySelectorAll('input[name="close"]')) field.remove();
    for (const tick of ticksNow()) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "close", value: tickText(tick) });
      form.append(field);
    }
  }
  return (
    <div onClickCapture={onClick} onSubmitCapture={onSubmit}>
      {children}
    </div>
  );
}
