import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { AppNav } from "./app-nav";
import type { NavItem } from "./current-item";
import { Mark } from "./mark";
import type { ShellPerson } from "./me";
import { UserMenu } from "./user-menu";

interface AppBarProps {
  /** Null on a page that was drawn for everybody with the same rights: it says elsewhere who one is (Me). */
  person: ShellPerson | null;
  organisation: string;
  items: readonly NavItem[];
  /** Rows of the user menu (MenuLink, MenuItem), the way out last. */
  menu?: ReactNode;
  /** What stands at the right, before the user menu: search, as-of date, what waits. */
  children?: ReactNode;
}

/** The 48 px bar over every page. */
export function AppBar({ person, organisation, items, menu, children }: AppBarProps) {
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-card print:hidden">
      <div className="flex h-12 items-center gap-2.5 px-4 md:gap-5.5 md:px-7">
        <Link href="/" aria-label={`Plumbline, ${organisation}`} className="-m-1.5 shrink-0 rounded-md p-1.5">
          <Mark short />
        </Link>
        <AppNav items={items} />
        <div className="ml-auto flex min-w-0 items-center gap-2">
          {children}
          <UserMenu person={person} organisation={organisation}>
            {menu}
          </UserMenu>
        </div>
      </div>
    </header>
  );
}
