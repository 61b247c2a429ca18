"use client";

import { Menu } from "@base-ui/react/menu";
import { classNames } from "./class-names";
import { MenuParts } from "./menu-item";
import { SHEET, type SheetProps } from "./sheet-button";

/** The menu itself: apart, so that the library comes after the page. */
export function MenuSheet(props: SheetProps & { open: boolean }) {
  const { label, trigger, triggerClass, align = "start", className, children } = props;
  return (
    <MenuParts value={Menu}>
      <Menu.Root modal={false} defaultOpen={props.open}>
        <Menu.Trigger aria-label={label} className={triggerClass} autoFocus>
          {trigger}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-50">
            <Menu.Popup
              className={classNames(
                "max-h-(--available-height) min-w-50 data-starting-style:opacity-0",
                SHEET,
                className,
              )}
            >
              {children}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </MenuParts>
  );
}
