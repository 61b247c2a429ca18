import type { ChecklistComparison } from "@/lib/contracts/checklists";
import { counted } from "@/lib/domain/words";

/** What a change of questions does to the answers that are there. */
export const meaningSub = ({ counts: { meaningChanged, same } }: Pick<ChecklistComparison, "counts">) =>
  meaningChanged === 0
    ? `${counted(same, "question")} stayed the same; every answer to a question that both ask keeps counting.`
    : `${counted(meaningChanged, "question")} now ${meaningChanged === 1 ? "asks" : "ask"} something else: answers count as unclear there until somebody confirms them.`;
