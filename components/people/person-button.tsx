"use client";

import { Combobox } from "@base-ui/react/combobox";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { inputLook } from "@/components/ui/input-look";
import type { PersonChoices } from "./person-choices";
import { PERSON_SHEET, PersonList, PersonRoot } from "./person-list";

export interface PersonButtonProps extends PersonChoices {
  /** What is chosen, and who it is now. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string | undefined;
  /** What the button shows. */
  children: ReactNode;
}

/** A button with a sheet in which somebody is found by typing. It comes open: the press that brought it is the first. */
export function PersonButton({ label, className, children, ...choices }: PersonButtonProps) {
  return (
    <PersonRoot defaultOpen {...choices}>
      <Combobox.Trigger aria-label={label} className={className}>
        {children}
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <Combobox.Popup
            aria-label={label}
            // Above the button the field stays at the button, while the list grows and shrinks away from it.
            className={classNames(
              PERSON_SHEET,
              "group/sheet flex w-72 flex-col data-[side=top]:flex-col-reverse",
            )}
          >
            <div className="border-b border-line p-1.5 group-data-[side=top]/sheet:border-t group-data-[side=top]/sheet:border-b-0">
              <Combobox.Input
                dir="auto"
                aria-label="Find a person"
                placeholder="Type a name"
                autoComplete="off"
                className={classNames(inputLook, "h-8 pointer-coarse:h-10")}
              />
            </div>
            <PersonList count={choices.people.length} />
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </PersonRoot>
  );
}
