import type { ServiceQuery } from "@/components/addresses/pages";
import { FigureText } from "@/components/figure/figure-text";
import { lineOfQuestion } from "@/components/gaps/gap-line";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { AssessedQuestion, Scorecard } from "@/lib/contracts/scorecard";
import { counted } from "@/lib/domain/words";

interface GapsOnPaperProps {
  card: Scorecard;
  /** Those that have no row of their own on paper. */
  gaps: readonly AssessedQuestion[];
  query: ServiceQuery;
  /** What each is expected to cost a year, by question. */
  losses: ReadonlyMap<string, number | null>;
  /** ISO 4217. */
  currency: string;
}

/** Where there are more gaps than the screen shows, the most of them on paper: each in one line, so that a service stays on two sheets. */
export function GapsOnPaper({ card, gaps, query, losses, currency }: GapsOnPaperProps) {
  return (
    <div className="hidden border-t border-line px-3 py-1.5 print:block">
      <h3 className="mb-0.5 text-xs font-medium text-ink-3">
        {counted(gaps.length, "more gap")}, with what each is expected to cause a year
      </h3>
      <ol className="columns-2 gap-x-5 text-sm">
        {gaps.map((question) => {
          const line = lineOfQuestion(
            card.service,
            false,
            question,
            query.asOf || null,
            losses.get(question.key) ?? null,
            currency,
          );
          return (
            <li key={question.key} className="flex items-center gap-1.5 py-px">
              <VerdictMark verdict={question.effectiveVerdict} size="sm" />
              <bdi className="min-w-0 flex-1 [overflow-wrap:anywhere]">{question.title}</bdi>
              <FigureText of={line.loss ?? line.incidents} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
