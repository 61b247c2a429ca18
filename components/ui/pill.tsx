import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** `dashed` is for what holds only because somebody accepted it. */
export type PillTone = "good" | "good-dashed" | "brass" | "amber" | "bad" | "violet" | "quiet" | "plain";

const TONE: Record<PillTone, string> = {
  good: "bg-yes-soft text-yes",
  "good-dashed": "border border-dashed border-yes text-yes",
  brass: "bg-brass-soft text-brass",
  amber: "bg-partly-soft text-partly",
  bad: "bg-no-soft text-no",
  violet: "bg-unclear-soft text-unclear",
  quiet: "bg-sunk text-ink-3",
  plain: "border border-line-strong text-ink-2",
};

/** A state in one or two words. The words carry it; the tone only helps. */
export function Pill({ tone = "quiet", children }: { tone?: PillTone | undefined; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-5.5 items-center gap-1.5 rounded-full px-2.25 text-[0.75rem] font-strong whitespace-nowrap",
        TONE[tone],
      )}
    >
      {children}
    </span>
  );
}
