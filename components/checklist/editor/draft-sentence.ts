import type { LinkedWords } from "@/components/figure/linked-words";
import type { ChecklistVersion, QuestionDraft } from "@/lib/contracts/checklists";
import { diffChecklists, diffCounts } from "@/lib/domain/checklist-diff";
import { counted } from "@/lib/domain/words";

/** What differs in words, the first with its noun: "2 questions added", "1 retired"; empty when nothing does. */
export function changeWords(
  counts: Pick<ReturnType<typeof diffCounts>, "added" | "removed" | "changed" | "moved">,
) {
  const parts = [
    { count: counts.added, what: "added" },
    { count: counts.removed, what: "retired" },
    { count: counts.changed, what: "changed" },
    { count: counts.moved, what: "moved" },
  ].filter(({ count }) => count > 0);
  return parts.map(({ count, what }, index) => `${index === 0 ? counted(count, "question") : count} ${what}`);
}

/** What a draft would ask that the version before it does not, in a sentence with numbers. */
export function draftSentence(
  { checklist, version, basedOn }: Pick<ChecklistVersion, "checklist" | "version" | "basedOn">,
  base: readonly QuestionDraft[],
  questions: readonly QuestionDraft[],
): LinkedWords[] {
  const end = { text: "; no service uses it yet." };
  if (basedOn === null) {
    return [{ text: `Draft of version ${version}: ${counted(questions.length, "question")}` }, end];
  }
  const parts = changeWords(diffCounts(diffChecklists(base, questions)));
  const href = `/checklists/${checklist}/versions/${version}/comparison?with=${basedOn}`;
  if (parts.length === 0) {
    return [{ text: `Draft of version ${version}: the same as version ${basedOn} so far` }, end];
  }
  return [{ text: `Draft of version ${version}: ` }, { text: parts.join(", "), href }, end];
}
