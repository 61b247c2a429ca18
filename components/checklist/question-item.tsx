import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Tag } from "@/components/ui/tag";
import type { Question } from "@/lib/contracts/scorecard";
import { amountText } from "@/lib/domain/amount-text";
import { ABILITY_TEXT, COST_TEXT } from "@/lib/domain/vocabulary";
import { effortWords, intervalText, tierText } from "./question-facts";
import { type Numbered, worstTotal } from "./sums";
import { tagName } from "./version-sentence";

/**
 * One question: what it is called and what it asks always, the rest on demand; on paper everything. The browser's own <details>, so that
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
              <bdi>{question.title === "" ? question.text : question.title}</bdi>
            </h3>
            {question.title !== "" && (
              <span dir="auto" className="mt-0.5 block text-pretty text-ink-2">
                {question.text}
              </span>
            )}
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

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section>
      <h4 className="mb-0.5 text-sm font-strong text-ink-2">{title}</h4>
      <div className="text-pretty">{children}</div>
    </section>
  );
}

function Costs({ costs }: { costs: Question["costs"] }) {
  return (
    <table className="w-full self-start border-collapse">
      <caption className="mb-0.5 text-left text-sm font-strong text-ink-2">
        Incidents a year while it is open
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Cost, and why this often</th>
          <th scope="col">Incidents a year</th>
        </tr>
      </thead>
      <tbody>
        {[...costs]
          .sort((a, b) => b.incidentsPerYear - a.incidentsPerYear)
          .map(({ cost, incidentsPerYear, because }) => (
            <tr key={cost} className="border-t border-line align-top">
              <th scope="row" className="py-1.25 text-left font-normal">
                {COST_TEXT[cost].name}
                {because !== "" && <span className="block text-sm text-ink-3">{because}</span>}
              </th>
              <td className="py-1.25 pl-3 text-right whitespace-nowrap tabular-nums">
                {amountText(incidentsPerYear, null)}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** All that stands behind a question: why, what would convince, how to get there, what it costs while it is open. */
function QuestionDetails({ question }: { question: Question }) {
  return (
    <div className="grid gap-x-8 gap-y-4 px-3 pt-1 pb-5 pl-12 max-md:pl-3 md:grid-cols-[1fr_17rem] md:pr-9 print:grid-cols-[1fr_15rem] print:gap-x-6 print:px-0 print:pb-3 print:pl-9">
      <div className="grid content-start gap-3">
        <p className="max-w-[38em] font-serif text-lg leading-normal text-pretty">{question.why}</p>
        <Part title="What would convince">{question.convincing}</Part>
        <Part title={`How to get there, usually in ${effortWords(question.effortDays)}`}>
          {question.howToFix}
        </Part>
        <p className="text-sm text-ink-3">
          Part of showing that a service {ABILITY_TEXT[question.ability]}. Look again after{" "}
          {intervalText(question.reviewAfterDays)}.{" "}
          <a href={`#${question.key}`} className="link print:hidden">
            Link to this question
          </a>
        </p>
      </div>
      <Costs costs={question.costs} />
    </div>
  );
}
