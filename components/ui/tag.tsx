import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** A small fact beside a name; `strong` when it must not be overlooked. */
export function Tag({ strong = false, children }: { strong?: boolean | undefined; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex items-center rounded-sm border px-1.25 text-xs whitespace-nowrap",
        strong ? "border-no text-no" : "border-line text-ink-2",
      )}
    >
      {children}
    </span>
  );
}
