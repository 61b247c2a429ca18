import { Check, ChevronDown } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";
import { classNames } from "@/components/ui/class-names";
import { Menu } from "@/components/ui/menu";
import { MenuFilter } from "@/components/ui/menu-item";

/** One value of a filter: where it leads, and whether it is in force. */
export interface FilterOption {
  href: string;
  label: string;
  checked: boolean;
  /** Small words at the right: how many, or what it means. */
  note?: string | undefined;
}

interface FilterMenuProps {
  /** What the button shows: the name of the filter, or the one value in force. */
  label: string;
  options: readonly FilterOption[];
  /** Only one value can be in force: the menu closes when it is chosen. */
  single?: boolean | undefined;
}

/** A filter as a menu of links: each leads to the same page with its value put in or taken out. */
export function FilterMenu({ label, options, single = false }: FilterMenuProps) {
  if (options.length === 0) return null;
  const chosen = options.filter((option) => option.checked).length;
  return (
    <Menu
      className="max-h-90 w-64"
      triggerClass={buttonLook(chosen > 0 ? "plain" : "quiet", "normal")}
      trigger={
        <>
          <span className="text-left [overflow-wrap:anywhere]">{label}</span>
          {chosen > 0 && !single && <span className="text-ink-3">{chosen}</span>}
          <ChevronDown aria-hidden="true" className="size-3 text-ink-3" />
        </>
      }
    >
      {options.map((option) => (
        <MenuFilter
          key={option.href + option.label}
          href={option.href}
          checked={option.checked}
          single={single}
        >
          <span
            className={classNames(
              "grid size-3.5 shrink-0 place-items-center",
              !single && "rounded-[3px] border border-field",
            )}
          >
            {option.checked && <Check aria-hidden="true" strokeWidth={3} className="size-2.5" />}
          </span>
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{option.label}</span>
          {option.note !== undefined && <span className="text-sm text-ink-3">{option.note}</span>}
        </MenuFilter>
      ))}
    </Menu>
  );
}
