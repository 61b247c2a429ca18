"use client";

import { Combobox } from "@base-ui/react/combobox";
import { ChevronDown, X } from "lucide-react";
import { useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { Field, type FieldParts, fieldParts } from "@/components/ui/field";
import { inputLook } from "@/components/ui/input-look";
import type { PersonChoices } from "./person-choices";
import { PERSON_SHEET, PersonList, PersonRoot } from "./person-list";

interface PersonFieldProps extends FieldParts, PersonChoices {
  /** A person's id, or what stands in place of one; "" for none. */
  value: string;
  onChange: (value: string) => void;
  /** What none means: "Nobody". */
  placeholder: string;
}

/** Somebody, by typing a part of their name, or from the list. Emptied it is nobody. */
export function PersonField(props: PersonFieldProps) {
  const { field, own } = fieldParts(props);
  const { placeholder, ...choices } = own;
  const fresh = useRef(false);
  return (
    <Field {...field}>
      {(control) => (
        <PersonRoot {...choices}>
          <Combobox.InputGroup className="relative block">
            <Combobox.Input
              {...control}
              dir="auto"
              required={!field.optional}
              placeholder={placeholder}
              autoComplete="off"
              className={classNames(
                inputLook,
                "h-8 truncate pr-14 placeholder:text-ink-3 pointer-coarse:h-10",
              )}
              // What is typed takes the place of the name that stands there.
              onFocus={(event) => event.currentTarget.select()}
              onMouseDown={(event) => {
                fresh.current = document.activeElement !== event.currentTarget;
              }}
              onClick={(event) => fresh.current && event.currentTarget.select()}
              onKeyDown={(event) => {
                // Closed, Escape is the dialog's: it would take the name away.
                const isOpen = event.currentTarget.getAttribute("aria-expanded") === "true";
                if (event.key === "Escape" && !isOpen) event.preventBaseUIHandler();
              }}
            />
            <span className="absolute inset-y-0 right-1 flex items-center text-ink-3">
              <Combobox.Clear
                aria-label="Clear"
                className="grid size-6 place-items-center rounded-md hover:bg-sunk hover:text-ink"
              >
                <X aria-hidden="true" className="size-3.5" />
              </Combobox.Clear>
              <Combobox.Trigger
                aria-label="Show everybody"
                className="grid size-6 place-items-center rounded-md hover:bg-sunk hover:text-ink"
              >
                <ChevronDown aria-hidden="true" className="size-3.5" />
              </Combobox.Trigger>
            </span>
          </Combobox.InputGroup>
          <Combobox.Portal>
            <Combobox.Positioner align="start" sideOffset={4} collisionPadding={8} className="z-50">
              {/* It stands outside of the form's dialog: a place of its own for those who go by places. */}
              <Combobox.Popup
                role="region"
                aria-label="Choices"
                className={classNames(PERSON_SHEET, "w-(--anchor-width) min-w-60")}
              >
                <PersonList count={choices.people.length} />
              </Combobox.Popup>
            </Combobox.Positioner>
          </Combobox.Portal>
        </PersonRoot>
      )}
    </Field>
  );
}
