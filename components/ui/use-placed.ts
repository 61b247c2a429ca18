import { type RefObject, useEffect } from "react";

interface Placed {
  open: boolean;
  button: RefObject<HTMLElement | null>;
  sheet: RefObject<HTMLElement | null>;
  /** Which edge of the button the sheet keeps to. */
  align: "start" | "end";
}

/** Keeps an open sheet beside its button, inside the window, while the page scrolls or changes its size. */
export function usePlaced({ open, button, sheet, align }: Placed): void {
  useEffect(() => {
    if (!open) return;
    const place = () => {
      const from = button.current?.getBoundingClientRect();
      const of = sheet.current;
      if (!from || !of) return;
      const wanted = align === "end" ? from.right - of.offsetWidth : from.left;
      const below = from.bottom + 6;
      const fits = below + of.offsetHeight <= window.innerHeight - 8;
      of.style.left = `${Math.max(8, Math.min(wanted, document.documentElement.clientWidth - of.offsetWidth - 8))}px`;
      of.style.top = `${fits ? below : Math.max(8, from.top - of.offsetHeight - 6)}px`;
    };
    place();
    window.addEventListener("resize", place);
    window.addEventListener("scroll", place, true);
    return () => {
      window.removeEventListener("resize", place);
      window.removeEventListener("scroll", place, true);
    };
  }, [open, align, button, sheet]);
}
