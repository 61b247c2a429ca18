import { classNames } from "@/components/ui/class-names";
import { OUTCOME_TEXT } from "@/lib/domain/launch/texts";
import type { Outcome } from "@/lib/domain/launch/vocabulary";

/** Each outcome has a colour, a shape and a letter of its own. */
const LOOK: Record<Outcome, { letter: string; shape: string }> = {
  go: { letter: "✓", shape: "rounded-[24%] bg-yes-soft text-yes" },
  conditional_go: { letter: "✓", shape: "rounded-[24%] border-[1.5px] border-dashed border-yes text-yes" },
  pending: { letter: "…", shape: "rounded-full bg-unclear-soft text-unclear" },
  no_go: { letter: "✕", shape: "rounded-[24%] bg-no text-card" },
};

/** What the sign-offs of a launch amount to: a glyph and its words. */
export function OutcomeMark({ outcome, className }: { outcome: Outcome; className?: string | undefined }) {
  const { letter, shape } = LOOK[outcome];
  return (
    <span className={classNames("inline-flex items-center gap-1.75 whitespace-nowrap", className)}>
      <span
        aria-hidden="true"
        className={classNames(
          "inline-grid size-5.5 shrink-0 place-items-center text-[0.75rem] leading-none font-[650] select-none",
          shape,
        )}
      >
        {letter}
      </span>
      {OUTCOME_TEXT[outcome].name}
    </span>
  );
}
