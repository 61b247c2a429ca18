"use client";

import { Popover } from "@base-ui/react/popover";
import { useState } from "react";
import { classNames } from "./class-names";
import { SHEET, type SheetProps } from "./sheet-button";

/** The sheet itself: apart, so that the library comes after the page. Following a link or sending a form closes it. */
export function PopoverSheet(props: SheetProps & { open: boolean }) {
  const { trigger, triggerClass, label, align = "start", className, children } = props;
  const [open, setOpen] = useState(props.open);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={triggerClass} autoFocus>
        {trigger}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Popover.Popup
            aria-label={label}
            onClick={(event) => (event.target as Element).closest("a[href]") && setOpen(false)}
            onSubmit={() => setOpen(false)}
            className={classNames(
              "max-h-(--available-height) data-starting-style:opacity-0",
              SHEET,
              className,
            )}
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
