"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Menu } from "@/components/ui/menu";
import { MenuChoices, MenuLabel, MenuLine } from "@/components/ui/menu-item";
import { parseTheme, THEMES } from "@/lib/domain/theme";
import { type ShellPerson, useMe } from "./me";
import { chooseTheme, THEME_NAME } from "./theme-choice";

interface UserMenuProps {
  /** Null where the page itself does not know: then it is read from Me. */
  person: ShellPerson | null;
  organisation: string;
  /** MenuLink and MenuItem rows: settings, one's own account, and last the way out. */
  children?: ReactNode;
}

/** Behind one's own initials: who one is and where, appearance, and what the page adds, such as signing out. */
export function UserMenu({ person: known, organisation, children }: UserMenuProps) {
  const person = useMe(known);
  return (
    <Menu
      label={person ? `You are ${person.name}` : "You"}
      align="end"
      className="w-60"
      triggerClass="grid size-9 place-items-center rounded-full hover:bg-sunk"
      trigger={
        person ? (
          <Avatar id={person.id} name={person.name} size="large" decorative />
        ) : (
          <span className="size-7 rounded-full bg-sunk" />
        )
      }
    >
      <div className="px-2.5 pt-1.5 pb-2">
        <div dir="auto" className="font-strong [overflow-wrap:anywhere]">
          {person?.name}
        </div>
        <div className="text-sm text-ink-3 [overflow-wrap:anywhere]">{person?.email}</div>
        <div className="text-sm text-ink-3 [overflow-wrap:anywhere]">{organisation}</div>
      </div>
      <MenuLine />
      <ThemeToggle />
      {children !== undefined && <MenuLine />}
      {children}
    </Menu>
  );
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
const read = () => parseTheme(document.documentElement.dataset.theme);

/** Light, dark or as the device says: three choices inside a Menu. */
function ThemeToggle() {
  const now = useSyncExternalStore(subscribe, read, () => "system" as const);
  return (
    <>
      <MenuLabel>Appearance</MenuLabel>
      <MenuChoices
        value={now}
        onChoose={chooseTheme}
        options={THEMES.map((theme) => ({ value: theme, label: THEME_NAME[theme] }))}
      />
    </>
  );
}
