"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { classNames } from "./class-names";
import type { DialogProps } from "./dialog";

const WIDTH = { small: "md:max-w-100", normal: "md:max-w-130", large: "md:max-w-190" } as const;

/** What a Dialog shows: apart, so that the library comes with the first one that opens. */
export function DialogPopup({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = "normal",
  initialFocus,
  alert = false,
  keep = false,
}: DialogProps) {
  const Root = alert ? AlertDialog.Root : Base.Root;
  return (
    <Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      {...(alert ? {} : { disablePointerDismissal: keep })}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          initialFocus={initialFocus}
          className={classNames(
            "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[90dvh] w-full flex-col rounded-t-xl border border-line bg-card shadow-pop",
            "md:top-[14vh] md:bottom-auto md:max-h-[78vh] md:rounded-xl",
            "transition duration-150 data-ending-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0",
            WIDTH[size],
          )}
        >
          <header className="flex items-start gap-3 pt-4.5 pr-13 pb-3 pl-5">
            <div className="min-w-0 flex-1">
              <Base.Title className="font-serif text-2xl font-normal tracking-tight text-balance">
                {title}
              </Base.Title>
              {description !== undefined && (
                <Base.Description className="mt-1 text-pretty text-ink-2">{description}</Base.Description>
              )}
            </div>
          </header>
          {Boolean(children) && <div className="min-h-0 overflow-y-auto px-5 pt-1 pb-4.5">{children}</div>}
          {footer !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
          {/* last in the order of the Tab key, so that a field has the focus first */}
          <Base.Close
            aria-label="Close"
            className="absolute top-3.5 right-3 grid size-8 place-items-center rounded-md text-ink-3 hover:bg-sunk hover:text-ink"
          >
            <X aria-hidden="true" className="size-4" />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Root>
  );
}
