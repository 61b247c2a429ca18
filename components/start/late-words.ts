import type { LinkedWords } from "@/components/figure/linked-words";
import { counted } from "@/lib/domain/words";

/** The gaps that the viewer said to close by a day that is over. */
export const LATE_HREF = "/gaps?owner=me&due=overdue&sort=due";

/** What of the viewer's own is overdue, as a sentence that follows another; nothing when nothing is. */
export const lateWords = (count: number): LinkedWords[] =>
  count === 0
    ? []
    : [
        { text: " " },
        { text: `${counted(count, "fix", "fixes")} of yours`, href: LATE_HREF, tone: "bad" },
        { text: count === 1 ? " is overdue." : " are overdue." },
      ];
