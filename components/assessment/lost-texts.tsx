import { Notice } from "@/components/ui/notice";
import type { Locals } from "@/lib/client/assessment/local";
import { AnswerSide } from "./answer-side";

/** What was typed about questions that are not asked any more: it cannot be saved, and is not thrown away. */
export function LostTexts({ locals, asked }: { locals: Locals; asked: ReadonlySet<string> }) {
  const lost = [...locals].filter(([key, { draft }]) => draft && !asked.has(key));
  if (lost.length === 0) return null;
  return (
    <Notice tone="warn" title="You typed about a question that this service is not asked any more">
      <p>Its tier, tags or checklist changed. The text is kept in this browser; copy what you need.</p>
      <ul className="mt-2 grid gap-3">
        {lost.map(([key, { draft }]) => (
          <li key={key}>{draft && <AnswerSide content={draft} isDraft />}</li>
        ))}
      </ul>
    </Notice>
  );
}
