"use client";

import type { Menu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { createContext, type ReactNode, useContext } from "react";
import { classNames } from "./class-names";
import { Link } from "./link";

/** The library's parts of a menu, handed down by the menu once they have come; before that an item is what the browser has. */
export const MenuParts = createContext<typeof Menu | null>(null);

const ROW =
  "flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-md px-2.5 py-1 text-left outline-none hover:bg-sunk focus-visible:bg-sunk data-highlighted:bg-sunk focus-visible:outline-offset-[-2px] pointer-coarse:min-h-11";

interface MenuItemProps {
  onSelect: () => void;
  danger?: boolean | undefined;
  children: ReactNode;
}

/** An action in a Menu. */
export function MenuItem({ onSelect, danger = false, children }: MenuItemProps) {
  const parts = useContext(MenuParts);
  const row = { onClick: onSelect, className: classNames(ROW, danger && "text-no"), children };
  return parts ? <parts.Item {...row} /> : <button type="button" role="menuitem" {...row} />;
}

interface MenuLinkProps {
  href: string;
  current?: boolean | undefined;
  children: ReactNode;
}

/** A place to go in a Menu. */
export function MenuLink({ href, current = false, children }: MenuLinkProps) {
  const parts = useContext(MenuParts);
  const row = {
    "aria-current": current ? ("page" as const) : undefined,
    className: classNames(ROW, current && "font-strong"),
    children,
  };
  if (!parts) return <Link href={href} role="menuitem" {...row} />;
  return <parts.LinkItem closeOnClick render={<Link href={href} />} {...row} />;
}

interface MenuDownloadProps {
  href: string;
  /** What the file is called, where the server does not say. */
  name?: string;
  children: ReactNode;
}

/** A file to take along, in a Menu. */
export function MenuDownload({ href, name, children }: MenuDownloadProps) {
  const parts = useContext(MenuParts);
  const row = { href, download: name ?? true, className: ROW };
  if (parts)
    return (
      <parts.LinkItem closeOnClick {...row}>
        {children}
      </parts.LinkItem>
    );
  return (
    <a role="menuitem" {...row}>
      {children}
    </a>
  );
}

interface MenuFilterProps {
  href: string;
  checked: boolean;
  /** Only one of its kind can be in force: the menu closes when it is chosen. */
  single: boolean;
  children: ReactNode;
}

/** A link in a Menu that puts a value of a filter in, or takes it out. */
export function MenuFilter({ href, checked, single, children }: MenuFilterProps) {
  const parts = useContext(MenuParts);
  const row = { role: single ? "menuitemradio" : "menuitemcheckbox", className: ROW, children };
  const link = { href, scroll: false };
  if (!parts) return <Link {...link} aria-checked={checked} {...row} />;
  return <parts.CheckboxItem checked={checked} closeOnClick={single} render={<Link {...link} />} {...row} />;
}

interface MenuChoicesProps<T extends string> {
  value: T;
  onChoose: (value: T) => void;
  options: readonly { value: T; label: string }[];
}

/** Several in a Menu, of which one is in force; the menu stays open to see the effect. */
export function MenuChoices<T extends string>({ value, onChoose, options }: MenuChoicesProps<T>) {
  const parts = useContext(MenuParts);
  const rows = options.map((option) => {
    const checked = option.value === value;
    const children = (
      <>
        {option.label}
        {checked && <Check aria-hidden="true" className="ml-auto size-3.5 text-ink-2" />}
      </>
    );
    const row = { value: option.value, className: ROW, children };
    if (parts) return <parts.RadioItem key={option.value} {...row} />;
    const choose = () => onChoose(option.value);
    return (
      <button
        key={option.value}
        type="button"
        role="menuitemradio"
        aria-checked={checked}
        onClick={choose}
        {...row}
      />
    );
  });
  if (!parts) return rows;
  return (
    <parts.RadioGroup value={value} onValueChange={(next: T) => onChoose(next)}>
      {rows}
    </parts.RadioGroup>
  );
}

/** Words in a Menu that cannot be chosen. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2.5 pt-1.5 pb-1 text-[0.75rem] text-ink-3">{children}</div>;
}

/** A line between groups of a Menu. */
export function MenuLine() {
  return <hr className="my-1 border-line" />;
}
