"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

const detailsIn = (list: string) =>
  Array.from(document.getElementById(list)?.querySelectorAll("details") ?? []);

/** Opens the question that the address names, if it does. */
function openNamed(): void {
  const key = decodeURIComponent(window.location.hash.slice(1));
  const details = key === "" ? null : document.getElementById(key)?.querySelector("details");
  if (!details) return;
  details.open = true;
  details.scrollIntoView({ block: "nearest" });
}

/**
 * Opens or closes all details of a list. It also opens the one that the address names, and all of them for printing
 * where the style sheet alone cannot.
 * @param list id of the element that holds them
 */
export function OpenAll({ list }: { list: string }) {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    let closed: HTMLDetailsElement[] = [];
    const before = () => {
      closed = detailsIn(list).filter((details) => !details.open);
      for (const details of closed) details.open = true;
    };
    const after = () => {
      for (const details of closed) details.open = false;
    };
    openNamed();
    window.addEventListener("hashchange", openNamed);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("hashchange", openNamed);
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, [list]);

  function toggle() {
    for (const details of detailsIn(list)) details.open = !open;
    setOpen(!open);
  }
  return (
    <div className="flex gap-2 print:hidden">
      <Button onClick={toggle}>{open ? "Close all" : "Open all"}</Button>
      <Button onClick={() => window.print()}>Print</Button>
    </div>
  );
}
