import { ChevronRight } from "lucide-react";
import { Tag } from "@/components/ui/tag";
import type { Question } from "@/lib/contracts/scorecard";
import { amountText } from "@/lib/domain/amount-text";
import { QuestionDetails } from "./question-details";
import { tierText } from "./question-facts";
import { type Numbered, worstTotal } from "./sums";
import { tagName } from "./version-sentence";

/**
 * One question: its text always, the rest on demand; on paper everything. The browser's own <details>, so that
 * finding in the page opens it, and it works before any script does.
 */
export function QuestionItem({ question }: { question: Numbered<Question> }) {
  const tiers = tierText(question.upToTier);
  return (
    <li id={question.key} className="border-t border-line target:bg-brass-soft/40 print:break-inside-avoid">
      <details className="group print:details-content:[content-visibility:visible]">
        <summary className="grid list-none grid-cols-[2.25rem_1fr_auto] items-baseline px-3 py-2.5 hover:bg-sunk/60 md:grid-cols-[2.25rem_1fr_auto_1.5rem] print:grid-cols-[2.25rem_1fr_auto] print:px-0 print:py-1.5 [&::-webkit-details-marker]:hidden">
          <span className="text-sm text-ink-3 tabular-nums">{question.number}</span>
          <span className="min-w-0">
            <h3 className="inline text-base font-medium text-pretty group-open:font-strong print:font-strong">
              {question.text}
            </h3>
            <span className="mt-0.5 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm text-ink-3">
              {question.critical && <Tag strong>critical</Tag>}
              <span>
                weight {question.weight}
                {tiers !== null && ` · ${tiers}`}
              </span>
              {question.tags.map((tag) => (
                <Tag key={tag}>{tagName(tag)}</Tag>
              ))}
            </span>
          </span>
          <span className="pl-4 text-right text-sm text-ink-3 tabular-nums">
            {amountText(worstTotal([question]), null)}
            <span className="sr-only"> incidents a year while it is open</span>
          </span>
          <ChevronRight
            aria-hidden="true"
            className="size-3.5 self-center justify-self-end text-ink-3 transition-transform group-open:rotate-90 max-md:hidden print:hidden"
          />
        </summary>
        <QuestionDetails question={question} />
      </details>
    </li>
  );
}
