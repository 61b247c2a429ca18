import { X } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import type { Part } from "./parts";

interface PartTabsProps {
  parts: readonly Part[];
  chosen: number;
  onChoose: (index: number) => void;
  onRemove: (index: number) => void;
}

/** The files that are imported together: which one is shown, and the way to leave one out. */
export function PartTabs({ parts, chosen, onChoose, onRemove }: PartTabsProps) {
  if (parts.length < 2 && (parts[0]?.name ?? null) === null) return null;
  return (
    <ul aria-label="Files" className="flex flex-wrap gap-1.5">
      {parts.map(({ name }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: files may have one name, and stay in their order
          key={index}
          className={classNames(
            "flex max-w-full items-center rounded-full border text-sm",
            index === chosen ? "border-ink bg-card" : "border-line bg-sunk text-ink-2",
          )}
        >
          <button
            type="button"
            aria-pressed={index === chosen}
            onClick={() => onChoose(index)}
            className="min-h-6.5 min-w-0 max-w-70 truncate rounded-l-full py-0.5 pr-1 pl-3 hover:text-ink"
          >
            <bdi>{name ?? "Pasted text"}</bdi>
          </button>
          <button
            type="button"
            aria-label={`Leave out ${name ?? "the pasted text"}`}
            onClick={() => onRemove(index)}
            className="grid size-6.5 shrink-0 place-items-center rounded-r-full text-ink-3 hover:text-ink"
          >
            <X aria-hidden="true" className="size-3" />
          </button>
        </li>
      ))}
    </ul>
  );
}
