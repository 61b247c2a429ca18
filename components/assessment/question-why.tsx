import type { ReactNode } from "react";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { ABILITY_TEXT } from "@/lib/domain/vocabulary";
import { GapCosts } from "./gap-costs";
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
