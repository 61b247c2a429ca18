import { classNames } from "@/components/ui/class-names";
import type { ImportAction } from "@/lib/domain/import-rows";
import { ACTION_TEXT, DONE_TEXT } from "./row-words";

const LOOK: Record<ImportAction, { sign: string; shape: string }> = {
  create: { sign: "+", shape: "rounded-[24%] bg-yes-soft text-yes" },
  change: { sign: "→", shape: "rounded-[24%] bg-partly-soft text-partly" },
  same: { sign: "=", shape: "rounded-[24%] text-ink-3 inset-ring inset-ring-none" },
  skip: { sign: "–", shape: "text-ink-3" },
  error: { sign: "✕", shape: "rounded-[24%] bg-no text-card" },
};

/** What happens to a row: a sign, a shape and a colour of its own, and the word beside it. */
export function ActionMark({ action, done = false }: { action: ImportAction; done?: boolean | undefined }) {
  const { sign, shape } = LOOK[action];
  return (
    <span className="inline-flex items-center gap-1.75 whitespace-nowrap">
      <span
        aria-hidden="true"
        className={classNames(
          "inline-grid size-4.5 shrink-0 place-items-center text-[0.75rem] leading-none font-[650] select-none",
          shape,
        )}
      >
        {sign}
      </span>
      <span className={action === "error" ? "font-strong text-no" : "text-ink-2"}>
        {(done ? DONE_TEXT[action] : undefined) ?? ACTION_TEXT[action].name}
      </span>
    </span>
  );
}
