import type { Question } from "@/lib/contracts/scorecard";
import { amountText } from "@/lib/domain/amount-text";
import { AREA_TEXT, AREAS, type Area } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { QuestionItem } from "./question-item";
import { type Numbered, worstTotal } from "./sums";

/** One of the ten areas: what it asks, its questions, and what they come to. */
export function AreaSection({ area, questions }: { area: Area; questions: readonly Numbered<Question>[] }) {
  return (
    <section id={area} aria-labelledby={`${area}-head`} className="mb-9 print:mb-5">
      <header className="mb-2.5 print:break-after-avoid">
        <div className="flex items-baseline justify-between gap-4">
          <h2 id={`${area}-head`} className="flex text-sm font-strong text-ink-2">
            <span className="w-9 tabular-nums">{AREAS.indexOf(area) + 1}</span>
            {AREA_TEXT[area].name}
          </h2>
          <p className="text-right text-sm text-ink-3 tabular-nums md:pr-6 print:pr-0">
            {counted(questions.length, "question")} · {amountText(worstTotal(questions), null)} incidents a
            year
          </p>
        </div>
        <p className="mt-0.5 pl-9 font-serif text-2xl tracking-tight text-balance">{AREA_TEXT[area].asks}</p>
      </header>
      <ol className="-mx-3 border-b border-line print:mx-0">
        {questions.map((question) => (
          <QuestionItem key={question.key} question={question} />
        ))}
      </ol>
    </section>
  );
}
