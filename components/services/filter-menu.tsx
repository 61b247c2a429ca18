import { Check, ChevronDown } from "lucide-react";
import Link from "next/link";
import { buttonLook } from "@/components/ui/button-look";
import { Menu } from "@/components/ui/menu";
import { type Choice, type ListQuery, toggleHref } from "./list-query";

/** One value of a filter. */
export interface FilterOption {
  value: string;
  label: string;
  /** Small words at the right: how many, or what it means. */
  note?: string | undefined;
}

interface FilterMenuProps {
  query: ListQuery;
  name: Choice;
  label: string;
  options: readonly FilterOption[];
}

/** One filter as a menu of links: each puts its value into the address or takes it out; the menu stays open. */
export function FilterMenu({ query, name, label, options }: FilterMenuProps) {
  if (options.length === 0) return null;
  const chosen: readonly string[] = query[name];
  return (
    <Menu
      className="w-64 max-h-90"
      triggerClass={buttonLook(chosen.length > 0 ? "plain" : "quiet", "normal")}
      trigger={
        <>
          {label}
          {chosen.length > 0 && <span className="text-ink-3">{chosen.length}</span>}
          <ChevronDown aria-hidden="true" className="size-3 text-ink-3" />
        </>
      }
    >
      {options.map((option) => {
        const checked = chosen.includes(option.value);
        return (
          <Link
            key={option.value}
            href={toggleHref(query, name, option.value)}
            role="menuitemcheckbox"
            aria-checked={checked}
            data-stay=""
            tabIndex={-1}
            scroll={false}
            prefetch={false}
            className="flex min-h-8 items-center gap-2 rounded-md px-2.5 py-1 hover:bg-sunk focus:bg-sunk focus-visible:outline-offset-[-2px] pointer-coarse:min-h-11"
          >
            <span className="grid size-3.5 shrink-0 place-items-center rounded-[3px] border border-field">
              {checked && <Check aria-hidden="true" strokeWidth={3} className="size-2.5" />}
            </span>
            <span className="min-w-0 flex-1 break-words">{option.label}</span>
            {option.note !== undefined && <span className="text-sm text-ink-3">{option.note}</span>}
          </Link>
        );
      })}
    </Menu>
  );
}
