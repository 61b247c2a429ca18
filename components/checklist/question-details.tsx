import type { ReactNode } from "react";
import type { Question } from "@/lib/contracts/scorecard";
import { amountText } from "@/lib/domain/amount-text";
import { ABILITY_TEXT, COST_TEXT } from "@/lib/domain/vocabulary";
import { effortWords, intervalText } from "./question-facts";

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
export function QuestionDetails({ question }: { question: Question }) {
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
