import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface HeadWithActionsProps {
  /** What the page says first: where it is filed, its sentence. */
  children: ReactNode;
  /** Buttons; left out where nothing can be done. */
  actions?: ReactNode;
  className?: string | undefined;
}

/** The head of a page. What can be done stands at its top right on every page, and below its words on a phone. */
export function HeadWithActions({ children, actions, className = "mb-5" }: HeadWithActionsProps) {
  return (
    <div
      className={classNames("flex items-start justify-between gap-x-6 gap-y-3 max-md:flex-col", className)}
    >
      <div className="min-w-0 max-md:w-full">{children}</div>
      {actions !== undefined && (
        <div
          data-actions=""
          className="flex flex-wrap gap-2 empty:hidden md:max-w-1/2 md:shrink-0 md:justify-end print:hidden"
        >
          {actions}
        </div>
      )}
    </div>
  );
}
