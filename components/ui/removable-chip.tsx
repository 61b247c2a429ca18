import { X } from "lucide-react";
import type { ReactNode } from "react";

interface RemovableChipProps {
  /** What it is called, for those who listen. */
  name: string;
  onRemove: () => void;
  /** What is shown, cut off where it is long. */
  children: ReactNode;
}

/** One of several that were chosen, and the way to take it away. */
export function RemovableChip({ name, onRemove, children }: RemovableChipProps) {
  return (
    <span className="inline-flex min-h-6 max-w-full items-center rounded-sm bg-sunk pl-2 text-sm">
      {children}
      <button
        type="button"
        aria-label={`Remove ${name}`}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:text-ink"
      >
        <X aria-hidden="true" className="size-3" />
      </button>
    </span>
  );
}
