import type { AnswerState } from "@/lib/domain/vocabulary";
import { VerdictMark } from "./verdict-mark";

const SHOWN: readonly (readonly [AnswerState, string])[] = [
  ["yes", "holds"],
  ["partly", "partly"],
  ["no", "no"],
  ["unclear", "unclear"],
  ["unanswered", "unanswered"],
];

/** What the marks of a heat map mean, in one line. */
export function VerdictLegend() {
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.75rem] text-ink-3">
      {SHOWN.map(([verdict, word]) => (
        <li key={verdict} className="flex items-center gap-1.25">
          <VerdictMark verdict={verdict} size="sm" decorative />
          {word}
        </li>
      ))}
    </ul>
  );
}
