import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface KbdProps {
  children: ReactNode;
  /** Takes the colours of what it stands on, for dark buttons. */
  inherit?: boolean | undefined;
}

/** One key of the keyboard, shown where it helps; hidden on devices without a fine pointer and on paper. */
export function Kbd({ children, inherit = false }: KbdProps) {
  return (
    <kbd
      className={classNames(
        "hidden rounded-sm border border-b-2 px-1.25 py-0.5 font-sans text-2xs leading-none font-medium pointer-fine:inline-block print:hidden!",
        inherit ? "border-current/50" : "border-line-strong bg-card text-ink-2",
      )}
    >
      {children}
    </kbd>
  );
}
