import { classNames } from "@/components/ui/class-names";
import { type AnswerState, VERDICT_TEXT } from "@/lib/domain/vocabulary";

/** What holds is quiet, what is open draws the eye: each state has a colour, a shape and a letter of its own. */
const LOOK: Record<AnswerState, { letter: string; shape: string }> = {
  yes: { letter: "✓", shape: "rounded-[24%] bg-yes-soft text-yes" },
  partly: {
    letter: "½",
    shape:
      "rounded-[24%] bg-linear-to-t from-partly-soft from-50% to-transparent to-50% inset-ring-[1.5px] inset-ring-partly-mark text-partly",
  },
  no: { letter: "✕", shape: "rounded-[24%] bg-no text-card" },
  unclear: { letter: "?", shape: "rounded-full bg-unclear-soft text-unclear" },
  unanswered: { letter: "", shape: "rounded-[24%] border border-dashed border-(color:--color-none)" },
  not_applicable: { letter: "–", shape: "rounded-[24%] text-ink-3" },
};

const SIZE = {
  sm: "size-4 text-[0.625rem]",
  md: "size-5.5 text-[0.75rem]",
  lg: "size-8 text-[1rem]",
} as const;

interface VerdictMarkProps {
  verdict: AnswerState;
  /** `sm` 16 px for dense tables, `md` 22 px for rows, `lg` 32 px for a projector. */
  size?: keyof typeof SIZE | undefined;
  /** True where the verdict is also written beside it: then a screen reader hears it once. */
  decorative?: boolean | undefined;
}

/** Letter, shape and colours of a verdict, for a link that is the mark itself and has its size from elsewhere. */
export const verdictLook = (verdict: AnswerState): { letter: string; shape: string } => LOOK[verdict];

/** A verdict as one glyph, readable without colour. */
export function VerdictMark({ verdict, size = "md", decorative = false }: VerdictMarkProps) {
  const { letter, shape } = LOOK[verdict];
  const look = classNames(
    "inline-grid shrink-0 place-items-center align-middle leading-none font-[650] select-none",
    SIZE[size],
    shape,
  );
  if (decorative) {
    return (
      <span aria-hidden="true" className={look}>
        {letter}
      </span>
    );
  }
  return (
    <span role="img" aria-label={VERDICT_TEXT[verdict].name} className={look}>
      {letter}
    </span>
  );
}
