import type { ReactNode } from "react";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { amountText } from "@/lib/domain/amount-text";
import { openness } from "@/lib/domain/exposure";
import { sumOf } from "@/lib/domain/sum";
import { ABILITY_TEXT, type AnswerState, COST_TEXT } from "@/lib/domain/vocabulary";
import { useAssessment } from "./assessment-context";
import { effortWords } from "./words";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 text-sm font-strong text-ink-2">{title}</h3>
      {children}
    </section>
  );
}

/** What stands beside a question: why it matters, what the gap costs, what would convince, how to get there. */
export function QuestionWhy({ question }: { question: AssessedQuestion }) {
  return (
    <div className="grid gap-4.5">
      <Part title="Why it matters">
        <p className="font-serif text-lg leading-[1.45] text-pretty">{question.why}</p>
      </Part>
      {question.costs.length > 0 && (
        <Part title="What this gap costs">
          <GapCosts question={question} />
        </Part>
      )}
      <Part title="What would convince">
        <p className="text-pretty">{question.convincing}</p>
      </Part>
      <Part title="How to get there">
        <p className="text-pretty">
          {question.howToFix} Usually {effortWords(question.effortDays)}.
        </p>
      </Part>
      <Part title="Shows that it">
        <p>{ABILITY_TEXT[question.ability]}</p>
      </Part>
    </div>
  );
}

/** What the figures of a gap mean at its present verdict (R1, R2). */
function reading(verdict: AnswerState): string {
  switch (verdict) {
    case "yes":
      return "Nothing while the answer is yes. While open, it is expected to cause this.";
    case "not_applicable":
      return "Nothing while it is not for us. While open, it is expected to cause this.";
    case "partly":
      return "Half of what a “no” costs.";
    case "no":
      return "“Partly” halves it; “yes” ends it.";
    default:
      return "Counted in full until somebody finds out. “Partly” halves it; “yes” ends it.";
  }
}

/**
 * What one gap is expected to cost a year, cost by cost, in money where it has a price, and in how many incidents (R2, R5);
 * where the figures come from is one press away.
 */
function GapCosts({ question }: { question: Pick<AssessedQuestion, "costs" | "effectiveVerdict"> }) {
  const { currency } = useAssessment();
  const open = openness(question.effectiveVerdict);
  const factor = open === 0 ? 1 : open;
  const losses = question.costs.flatMap(({ expectedLoss }) => expectedLoss ?? []);
  const unit = currency === null || losses.length === 0 ? null : { currency };
  const rows = [...question.costs].sort(
    (a, b) => (b.expectedLoss ?? -1) - (a.expectedLoss ?? -1) || b.incidentsPerYear - a.incidentsPerYear,
  );
  return (
    <>
      {unit !== null && (
        <p className={open === 0 ? "mb-1 text-ink-3" : "mb-1"}>
          <b className="font-strong">{amountText(sumOf(losses) * factor, unit)}</b> a year
        </p>
      )}
      <table className="w-full">
        <thead className="text-[0.75rem] text-ink-3">
          <tr>
            <th scope="col">
              <span className="sr-only">Cost</span>
            </th>
            {unit !== null && (
              <th scope="col" className="pb-1 text-right font-normal">
                expected a year
              </th>
            )}
            <th scope="col" className="pb-1 pl-2 text-right font-normal">
              {unit === null ? "expected incidents a year" : "incidents"}
            </th>
          </tr>
        </thead>
        <tbody data-sorted="">
          {rows.map(({ cost, incidentsPerYear, expectedLoss }) => (
            <tr
              key={cost}
              className={open === 0 ? "border-t border-line text-ink-3" : "border-t border-line"}
            >
              <th scope="row" className="py-1.25 pr-2 text-left font-normal">
                {COST_TEXT[cost].name}
              </th>
              {unit !== null && (
                <td className="py-1.25 text-right whitespace-nowrap tabular-nums">
                  <b data-lead="" className="font-strong">
                    {expectedLoss === null ? "no price" : amountText(expectedLoss * factor, unit)}
                  </b>
                </td>
              )}
              <td className="py-1.25 pl-2 text-right whitespace-nowrap tabular-nums">
                {unit === null ? (
                  <b data-lead="" className="font-strong">
                    {amountText(incidentsPerYear * factor, null)}
                  </b>
                ) : (
                  <span className="text-ink-3">{amountText(incidentsPerYear * factor, null)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1.5 text-ink-2">{reading(question.effectiveVerdict)}</p>
      <details className="mt-1">
        <summary className="w-fit min-h-6 content-center text-ink-2 hover:text-ink">
          Where these come from
        </summary>
        <dl className="mt-1 grid gap-2 text-ink-2">
          {question.costs.map(({ cost, incidentsPerYear, because }) => (
            <div key={cost}>
              <dt className="font-strong">
                {COST_TEXT[cost].name}: {amountText(incidentsPerYear, null)} a year while open
              </dt>
              {because !== "" && <dd>Because {because}.</dd>}
              <dd className="text-ink-3">{COST_TEXT[cost].incident}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 text-ink-3">
          The rates are the checklist’s assumptions for a typical service. An incident that leads to three
          costs counts as three.
        </p>
      </details>
    </>
  );
}
