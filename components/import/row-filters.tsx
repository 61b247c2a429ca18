import { Search } from "lucide-react";
import { startTransition, useMemo, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { inputLook } from "@/components/ui/input-look";
import { countActions, type ImportRow } from "@/lib/domain/import-rows";
import type { RowChoice } from "./row-order";
import { ACTION_ORDER, ACTION_TEXT } from "./row-words";

interface RowFiltersProps {
  rows: readonly ImportRow[];
  choice: RowChoice;
  onChoose: (choice: Partial<RowChoice>) => void;
}

/** Which rows are shown: by what happens to them, and by name. */
export function RowFilters({ rows, choice, onChoose }: RowFiltersProps) {
  const counts = useMemo(() => countActions(rows), [rows]);
  const [typed, setTyped] = useState(choice.q);
  const [before, setBefore] = useState(choice.q);
  if (before !== choice.q) {
    setBefore(choice.q);
    if (choice.q === "") setTyped("");
  }
  const filters = [
    { show: null, label: "All", count: rows.length },
    ...ACTION_ORDER.map((show) => ({ show, label: ACTION_TEXT[show].filter, count: counts[show] })),
  ].filter(({ show, count }) => count > 0 || show === null || show === choice.show);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that filter a list are a group, not fields of a form */}
      <div
        role="group"
        aria-label="Rows to show"
        className="flex max-w-full flex-wrap gap-0.5 rounded-lg bg-sunk p-0.5"
      >
        {filters.map(({ show, label, count }) => (
          <button
            key={label}
            type="button"
            aria-pressed={show === choice.show}
            onClick={() => startTransition(() => onChoose({ show }))}
            className="flex gap-1.5 rounded-md px-2.5 py-1 text-[0.8125rem] font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-pressed:bg-card aria-pressed:text-ink aria-pressed:shadow-card"
          >
            {label}
            <span className="font-normal text-ink-3 tabular-nums">{count.toLocaleString("en")}</span>
          </button>
        ))}
      </div>
      <span className="relative w-full sm:ml-auto sm:w-52">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
        />
        <input
          type="search"
          value={typed}
          maxLength={200}
          placeholder="Name"
          aria-label="Find rows by name"
          onChange={({ target }) => {
            setTyped(target.value);
            startTransition(() => onChoose({ q: target.value }));
          }}
          className={classNames(inputLook, "h-7.5 pl-8 pointer-coarse:h-10")}
        />
      </span>
    </div>
  );
}
