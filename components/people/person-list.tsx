"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { Avatar } from "@/components/ui/avatar";
import {
  type PersonChoices,
  type PersonItem,
  type PersonSection,
  personFilter,
  personSections,
} from "./person-choices";

/** As many lines as are shown at once: whoever is further down is found by typing. */
const MOST_SHOWN = 100;

interface PersonRootProps extends PersonChoices {
  /** The value of a line; "" for none. */
  value: string;
  /** Hears the value of a line, or "". */
  onChange: (value: string) => void;
  defaultOpen?: boolean | undefined;
  children: ReactNode;
}

/** What is shared by whatever a person is chosen with: who is offered, what is chosen, how one is found. */
export function PersonRoot({ value, onChange, defaultOpen, children, ...choices }: PersonRootProps) {
  const { people, teams, now, instead } = choices;
  const sections = useMemo(
    () => personSections({ people, teams, now, instead }),
    [people, teams, now, instead],
  );
  const filter = useMemo(() => personFilter(sections), [sections]);
  const chosen = sections.flatMap(({ items }) => items).find((item) => item.value === value) ?? null;
  return (
    <Combobox.Root
      items={sections}
      filter={filter}
      limit={MOST_SHOWN}
      autoHighlight
      value={chosen}
      isItemEqualToValue={(one: PersonItem, other: PersonItem) => one.value === other.value}
      onValueChange={(item: PersonItem | null) => onChange(item?.value ?? "")}
      defaultOpen={defaultOpen}
    >
      {children}
    </Combobox.Root>
  );
}

/** The lines, under their headings. */
export function PersonList({ count }: { /** How many people there are. */ count: number }) {
  return (
    <>
      <Combobox.Empty className="px-2.5 py-2 text-ink-3 empty:hidden">Nobody of that name.</Combobox.Empty>
      <Combobox.List
        aria-label="People"
        className="max-h-[min(18rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 outline-none data-empty:hidden"
      >
        {({ heading, items }: PersonSection) => (
          <Combobox.Group key={heading ?? ""} items={items}>
            {heading !== null && (
              <Combobox.GroupLabel className="px-2 pt-2 pb-0.5 text-xs font-medium text-ink-3">
                <bdi>{heading}</bdi>
              </Combobox.GroupLabel>
            )}
            <Combobox.Collection>
              {(item: PersonItem) => (
                <Combobox.Item
                  key={item.value}
                  value={item}
                  className="flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 data-highlighted:bg-sunk pointer-coarse:min-h-11"
                >
                  {item.name !== null && <Avatar id={item.value} name={item.name} size="small" decorative />}
                  <bdi className="min-w-0 flex-1 [overflow-wrap:anywhere]">{item.label}</bdi>
                  <Combobox.ItemIndicator>
                    <Check aria-hidden="true" className="size-3.5 text-ink-2" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.Collection>
          </Combobox.Group>
        )}
      </Combobox.List>
      {count > MOST_SHOWN && (
        <p className="border-t border-line px-3 py-1.5 text-sm text-ink-3">
          The first {MOST_SHOWN} are shown. Type a name to find the others.
        </p>
      )}
    </>
  );
}

/** The look of the sheet in which they stand. */
export const PERSON_SHEET =
  "max-w-(--available-width) overflow-hidden rounded-lg border border-line bg-card text-ink shadow-pop outline-none";
